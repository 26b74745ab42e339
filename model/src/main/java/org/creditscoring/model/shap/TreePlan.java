package org.creditscoring.model.shap;

import java.util.List;
import org.creditscoring.model.tree.Tree;

/**
 * How a tree is tabulated.
 *
 * @param layouts of its groups; none if it cannot be tabulated
 * @param pairs the terms that share tables
 */
record TreePlan(List<GroupLayout> layouts, List<TermPair> pairs) {

  static TreePlan of(Tree tree, Thresholds thresholds) {
    List<GroupLayout> layouts =
        GroupPlan.of(tree).groups().stream()
            .map(root -> new GroupLayout(tree, root, thresholds))
            .toList();
    return new TreePlan(layouts, TermPair.of(layouts));
  }

  /** Memory of the tables, bytes. */
  long bytes() {
    return Long.BYTES * pairs.stream().mapToLong(TermPair::entries).sum();
  }
}
