package org.creditscoring.model.shap;

import java.util.List;
import org.creditscoring.model.shap.GroupLayout.BitRange;

/**
 * One tree as tables. A row's contributions depend only on which conditions of the tree it meets;
 * each group of leaves turns those conditions into an index and has, per pair of terms, a table of
 * what the group adds to both by index.
 *
 * <p>Index column 2g of a block holds the index of group g, column 2g + 1 the same without the bits
 * of the left subtree.
 */
final class TreeTables {
  private static final int COLUMNS_PER_GROUP = 2;

  /** Tables of two terms and the index column of each. */
  private record PairTables(int first, int second, long[][] tables, int[] columns) {}

  private final GroupIndex[] groups;
  private final int[] shifts; // 0 where a group needs no shifted column
  private final PairTables[] pairs;

  /**
   * @param scale units per log-odds
   */
  TreeTables(TreePlan plan, double scale) {
    List<GroupLayout> layouts = plan.layouts();
    int n = layouts.size();
    groups = new GroupIndex[n];
    shifts = new int[n];
    GroupLayout.Sums[] sums = new GroupLayout.Sums[n];
    for (int g = 0; g < n; g++) {
      groups[g] = new GroupIndex(layouts.get(g).bits());
      sums[g] = layouts.get(g).sums();
    }
    pairs = new PairTables[plan.pairs().size()];
    for (int p = 0; p < pairs.length; p++) {
      pairs[p] = tables(plan.pairs().get(p), layouts, sums, scale);
    }
  }

  private PairTables tables(
      TermPair pair, List<GroupLayout> layouts, GroupLayout.Sums[] sums, double scale) {
    long[][] tables = new long[pair.groups()][];
    int[] columns = new int[tables.length];
    int next = 0;
    for (int g = 0; g < sums.length; g++) {
      BitRange range = pair.ranges()[g];
      if (range != null) {
        boolean shifted = range.low() > 0;
        shifts[g] = shifted ? layouts.get(g).leftBits() : shifts[g];
        columns[next] = COLUMNS_PER_GROUP * g + (shifted ? 1 : 0);
        tables[next++] = sums[g].table(pair, range, scale);
      }
    }
    LookUps.prepare(tables);
    return new PairTables(pair.first(), pair.second(), tables, columns);
  }

  /** Index columns that a block needs for this tree. */
  int indexColumns() {
    return COLUMNS_PER_GROUP * groups.length;
  }

  /** Adds the tree's contributions and margins for the first {@code rows} rows of the block. */
  void addTo(Block block, int rows) {
    int[][] index = block.index();
    for (int g = 0; g < groups.length; g++) {
      int[] column = index[COLUMNS_PER_GROUP * g];
      groups[g].compute(block, rows, column);
      if (shifts[g] > 0) {
        LookUps.shift(column, shifts[g], index[COLUMNS_PER_GROUP * g + 1], rows);
      }
    }
    for (PairTables pair : pairs) {
      LookUps.add(
          block.sums(pair.first), block.sums(pair.second), pair.tables, index, pair.columns, rows);
      if (LookUps.invertsSign(pair.tables.length)) {
        block.invertSign(pair.first);
      }
    }
  }
}
