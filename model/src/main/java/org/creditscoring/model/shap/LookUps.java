package org.creditscoring.model.shap;

/**
 * The innermost loops: sums of table look-ups, added to two columns at once. A table's entry holds
 * two fixed-point numbers, {@code second · 2^32 + first}, so one look-up serves two columns, and
 * the sum of entries holds the two sums: whole numbers, exact in any order. A table has a power of
 * two of entries, and {@code index & (length − 1)} both picks the table's bits and lets the
 * compiler drop the bounds check. Each width is a method of its own, small enough to be compiled
 * well.
 */
final class LookUps {
  private static final int WIDTH = 4;

  private LookUps() {}

  /**
   * Adds the lower halves of Σ_i tables[i][index[columns[i]][r]] to {@code first}, the upper ones
   * to {@code second}.
   */
  static void add(
      int[] first, int[] second, long[][] tables, int[][] index, int[] columns, int rows) {
    int i = 0;
    for (; i + WIDTH <= tables.length; i += WIDTH) {
      add4(first, second, tables, index, columns, i, rows);
    }
    switch (tables.length - i) {
      case 3 -> add3(first, second, tables, index, columns, i, rows);
      case 2 -> add2(first, second, tables, index, columns, i, rows);
      case 1 -> add1(first, second, tables[i], index[columns[i]], rows);
      default -> {}
    }
  }

  private static void add4(
      int[] first,
      int[] second,
      long[][] tables,
      int[][] index,
      int[] columns,
      int from,
      int rows) {
    long[] t0 = tables[from];
    long[] t1 = tables[from + 1];
    long[] t2 = tables[from + 2];
    long[] t3 = tables[from + 3];
    int[] i0 = index[columns[from]];
    int[] i1 = index[columns[from + 1]];
    int[] i2 = index[columns[from + 2]];
    int[] i3 = index[columns[from + 3]];
    for (int r = 0; r < rows; r++) {
      long sum =
          (t0[i0[r] & (t0.length - 1)] + t1[i1[r] & (t1.length - 1)])
              + (t2[i2[r] & (t2.length - 1)] + t3[i3[r] & (t3.length - 1)]);
      first[r] += (int) sum;
      second[r] += upper(sum);
    }
  }

  private static void add3(
      int[] first,
      int[] second,
      long[][] tables,
      int[][] index,
      int[] columns,
      int from,
      int rows) {
    long[] t0 = tables[from];
    long[] t1 = tables[from + 1];
    long[] t2 = tables[from + 2];
    int[] i0 = index[columns[from]];
    int[] i1 = index[columns[from + 1]];
    int[] i2 = index[columns[from + 2]];
    for (int r = 0; r < rows; r++) {
      long sum =
          t0[i0[r] & (t0.length - 1)] + t1[i1[r] & (t1.length - 1)] + t2[i2[r] & (t2.length - 1)];
      first[r] += (int) sum;
      second[r] += upper(sum);
    }
  }

  private static void add2(
      int[] first,
      int[] second,
      long[][] tables,
      int[][] index,
      int[] columns,
      int from,
      int rows) {
    long[] t0 = tables[from];
    long[] t1 = tables[from + 1];
    int[] i0 = index[columns[from]];
    int[] i1 = index[columns[from + 1]];
    for (int r = 0; r < rows; r++) {
      long sum = t0[i0[r] & (t0.length - 1)] + t1[i1[r] & (t1.length - 1)];
      first[r] += (int) sum;
      second[r] += upper(sum);
    }
  }

  private static void add1(int[] first, int[] second, long[] t0, int[] i0, int rows) {
    for (int r = 0; r < rows; r++) {
      long sum = t0[i0[r] & (t0.length - 1)];
      first[r] += (int) sum;
      second[r] += upper(sum);
    }
  }

  /** The upper number: half of 2^32 undoes what a negative lower one has borrowed. */
  private static int upper(long sum) {
    return (int) (sum - Integer.MIN_VALUE >> Integer.SIZE);
  }

  /** shifted[r] = index[r] >>> bits. */
  static void shift(int[] index, int bits, int[] shifted, int rows) {
    for (int r = 0; r < rows; r++) {
      shifted[r] = index[r] >>> bits;
    }
  }
}
