package org.creditscoring.model.shap;

import java.util.List;
import org.creditscoring.model.tree.Tree;

/**
 * Tabulated trees whose figures are summed as whole numbers of one unit before they are added to
 * the totals. By Shapley's definition no contribution of a tree exceeds the difference of its
 * largest and smallest leaf (it is a mean of differences between means of leaves), nor does the
 * part of it that some of the groups give, for that is one of the tree with the other leaves at
 * zero. This bounds the sums, and the unit is the one with which they fill an int but for {@value
 * #ROOM}, in which the errors of rounding add up.
 *
 * @param unit log-odds
 * @param tables the trees
 */
record SumOfTrees(double unit, List<TreeTables> tables) {
  /**
   * Trees in one sum. Each adding to the totals costs a pass over all features, which a tree of a
   * few features does not; more trees make the unit coarser.
   */
  static final int TREES = 64;

  /** Units; each look-up is rounded by half of one. */
  private static final int ROOM = 1 << 20;

  /** Units per log-odds for trees of which at most {@link #TREES} are summed. */
  static double scale(List<Tree> trees) {
    double most = 0;
    for (Tree tree : trees) {
      double low = 0;
      double high = 0;
      for (int node = 0; node < tree.size(); node++) {
        if (tree.isLeaf(node)) {
          low = Math.min(low, tree.leafValue(node));
          high = Math.max(high, tree.leafValue(node));
        }
      }
      most += high - low;
    }
    return most == 0 ? 1 : (Integer.MAX_VALUE - ROOM) / most;
  }

  int indexColumns() {
    return tables.stream().mapToInt(TreeTables::indexColumns).max().orElse(0);
  }

  /** Adds the trees' contributions and margins for the first {@code rows} rows of the block. */
  void addTo(Block block, int rows) {
    for (TreeTables tree : tables) {
      tree.addTo(block, rows);
    }
    block.settle(unit, rows);
  }
}
