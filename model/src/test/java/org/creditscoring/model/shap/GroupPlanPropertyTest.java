package org.creditscoring.model.shap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.creditscoring.model.tree.Tree;

class GroupPlanPropertyTest {
  @Property(tries = 200)
  void putsEveryLeafIntoOneGroupOfFewEnoughBits(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 12) int features,
      @ForAll @IntRange(max = 9) int depth) {
    Tree tree = new RandomEnsembles(seed, features).tree(depth, 0.9);

    List<Integer> grouped = new ArrayList<>();
    for (GroupPlan.Root root : GroupPlan.of(tree).groups()) {
      List<Integer> inner = new ArrayList<>();
      visit(tree, root.node(), inner, grouped);
      long pathBits = root.path().stream().map(s -> tree.feature(s.node())).distinct().count();
      assertThat(pathBits + inner.size()).isLessThanOrEqualTo(10);
    }

    List<Integer> leaves = new ArrayList<>();
    visit(tree, 0, new ArrayList<>(), leaves);
    assertThat(grouped).containsExactlyElementsOf(leaves);
  }

  private static void visit(Tree tree, int node, List<Integer> inner, List<Integer> leaves) {
    if (tree.isLeaf(node)) {
      leaves.add(node);
    } else {
      inner.add(node);
      visit(tree, tree.left(node), inner, leaves);
      visit(tree, tree.right(node), inner, leaves);
    }
  }
}
