package org.creditscoring.model.shap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.creditscoring.model.tree.Tree;

/**
 * Cuts a tree into groups: subtrees whose contributions are tabulated by one index. The index of a
 * group has one bit per distinct feature on the path to it and one per inner node of it. A group
 * costs, per row, one look-up per feature it involves and about a quarter of a look-up per bit; the
 * cheapest cut is found bottom-up.
 *
 * @param tree the tree
 * @param groups the subtrees, left to right; none if some leaf has too many features on its path
 */
record GroupPlan(Tree tree, List<Root> groups) {
  /** Most index bits of a group: tables of 4 KiB stay in the first-level cache. */
  static final int MAX_BITS = 10;

  /** Most index bits of a group that is one leaf, which cannot be cut further. */
  static final int MAX_LEAF_BITS = 12;

  private static final double COST_PER_BIT = 0.25; // measured, in look-ups

  /** A group: the root of its subtree and the path to it. */
  record Root(int node, List<Step> path) {}

  private record Cut(double cost, int innerNodes, Set<Integer> features, List<Root> groups) {}

  static GroupPlan of(Tree tree) {
    Cut cut = cut(tree, 0, List.of());
    return new GroupPlan(tree, Double.isInfinite(cut.cost) ? List.of() : cut.groups);
  }

  private static Cut cut(Tree tree, int node, List<Step> path) {
    Set<Integer> features = new HashSet<>();
    path.forEach(step -> features.add(tree.feature(step.node())));
    int pathBits = features.size();
    Root root = new Root(node, path);
    if (tree.isLeaf(node)) {
      double cost = pathBits <= MAX_LEAF_BITS ? cost(pathBits, pathBits) : Double.POSITIVE_INFINITY;
      return new Cut(cost, 0, features, List.of(root));
    }
    Cut left = cut(tree, tree.left(node), Step.longer(path, node, true));
    Cut right = cut(tree, tree.right(node), Step.longer(path, node, false));
    int innerNodes = 1 + left.innerNodes + right.innerNodes;
    features.addAll(left.features);
    features.addAll(right.features);
    double whole = cost(features.size(), pathBits + innerNodes);
    double parts = left.cost + right.cost;
    if (pathBits + innerNodes <= MAX_BITS && whole <= parts) {
      return new Cut(whole, innerNodes, features, List.of(root));
    }
    List<Root> groups = new ArrayList<>(left.groups);
    groups.addAll(right.groups);
    return new Cut(parts, innerNodes, features, groups);
  }

  private static double cost(int lookUps, int bits) {
    return lookUps + COST_PER_BIT * bits;
  }
}
