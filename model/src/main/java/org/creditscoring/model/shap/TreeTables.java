package org.creditscoring.model.shap;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One tree as tables. A row's contributions depend only on which conditions of the tree it meets;
 * each group of leaves turns those conditions into an index and has, per feature, a table of the
 * group's contribution by index.
 *
 * <p>Index column 2g of a block holds the index of group g, column 2g + 1 the same without the bits
 * of the left subtree.
 */
final class TreeTables {
  private static final int COLUMNS_PER_GROUP = 2;

  /** Tables of one feature and the index column of each. */
  private record FeatureTables(int feature, float[][] tables, int[] columns) {}

  private final GroupIndex[] groups;
  private final int[] shifts; // 0 where a group needs no shifted column
  private final FeatureTables[] features;
  private final float[][] marginTables;
  private final int[] marginColumns;

  TreeTables(List<GroupLayout> layouts) {
    int n = layouts.size();
    groups = new GroupIndex[n];
    shifts = new int[n];
    marginTables = new float[n][];
    marginColumns = new int[n];
    SortedMap<Integer, List<float[]>> tables = new TreeMap<>();
    SortedMap<Integer, List<Integer>> columns = new TreeMap<>();
    for (int g = 0; g < n; g++) {
      GroupLayout layout = layouts.get(g);
      groups[g] = new GroupIndex(layout.bits());
      marginColumns[g] = COLUMNS_PER_GROUP * g;
      GroupLayout.Tables tabulated = layout.tabulate();
      marginTables[g] = tabulated.margin();
      int next = 0;
      for (var entry : layout.ranges().entrySet()) {
        boolean shifted = entry.getValue().low() > 0;
        shifts[g] = shifted ? layout.leftBits() : shifts[g];
        tables
            .computeIfAbsent(entry.getKey(), f -> new ArrayList<>())
            .add(tabulated.contributions()[next++]);
        columns
            .computeIfAbsent(entry.getKey(), f -> new ArrayList<>())
            .add(COLUMNS_PER_GROUP * g + (shifted ? 1 : 0));
      }
    }
    features = new FeatureTables[tables.size()];
    int next = 0;
    for (int feature : tables.keySet()) {
      int[] ids = columns.get(feature).stream().mapToInt(Integer::intValue).toArray();
      features[next++] =
          new FeatureTables(feature, tables.get(feature).toArray(float[][]::new), ids);
    }
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
    for (FeatureTables feature : features) {
      LookUps.add(
          block.contributions(feature.feature), feature.tables, index, feature.columns, rows);
    }
    LookUps.add(block.margins(), marginTables, index, marginColumns, rows);
  }
}
