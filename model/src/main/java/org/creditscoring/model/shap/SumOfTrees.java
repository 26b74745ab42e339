package org.creditscoring.model.shap;

import java.util.List;
import org.creditscoring.model.tree.Tree;

/**
 * Tabulated trees whose figures are summed as whole numbers of one unit before they are added to
 * the totals. By Shapley's definition no contribution of a tree exceeds the difference of its
 * largest and smallest leaf (it is a mean of differences between means of leaves), which bounds the
 * sums: the unit is a power of two with which they fill at most half an int, the rest being room
 * for rounding.
 *
 * @param unit log-odds
 * @param tables the trees
 */
record SumOfTrees(double unit, List<TreeTables> tables) {
  /**
   * Trees in one sum. Each adding to the totals costs a pass over all features, which a tree of a
   * few features does not; more trees make the unit coarser.
   */
  static final int TREES = 128;

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
    return most == 0 ? 1 : Math.scalb(1.0, Integer.SIZE - 3 - Math.getExponent(most));
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
