package org.creditscoring.model.shap;

/**
 * The innermost loops: sums of table look-ups into a column, four tables a pass. A table has a
 * power of two of entries, and {@code index & (length − 1)} both picks the table's bits and lets
 * the compiler drop the bounds check. Each width is a method of its own, small enough to be
 * compiled well.
 */
final class LookUps {
  private static final int WIDTH = 4;

  private LookUps() {}

  /** sums[r] += Σ_i tables[i][index[columns[i]][r]]. */
  static void add(float[] sums, float[][] tables, int[][] index, int[] columns, int rows) {
    int i = 0;
    for (; i + WIDTH <= tables.length; i += WIDTH) {
      add4(sums, tables, index, columns, i, rows);
    }
    switch (tables.length - i) {
      case 3 -> add3(sums, tables, index, columns, i, rows);
      case 2 ->
          add2(sums, tables[i], tables[i + 1], index[columns[i]], index[columns[i + 1]], rows);
      case 1 -> add1(sums, tables[i], index[columns[i]], rows);
      default -> {}
    }
  }

  /** As the other, in double; columns are those of the tables' groups. */
  static void add(double[] sums, float[][] tables, int[][] index, int[] columns, int rows) {
    int i = 0;
    for (; i + WIDTH <= tables.length; i += WIDTH) {
      add4(sums, tables, index, columns, i, rows);
    }
    for (; i < tables.length; i++) {
      add1(sums, tables[i], index[columns[i]], rows);
    }
  }

  private static void add4(
      float[] sums, float[][] tables, int[][] index, int[] columns, int from, int rows) {
    float[] t0 = tables[from];
    float[] t1 = tables[from + 1];
    float[] t2 = tables[from + 2];
    float[] t3 = tables[from + 3];
    int[] i0 = index[columns[from]];
    int[] i1 = index[columns[from + 1]];
    int[] i2 = index[columns[from + 2]];
    int[] i3 = index[columns[from + 3]];
    for (int r = 0; r < rows; r++) {
      sums[r] +=
          (t0[i0[r] & (t0.length - 1)] + t1[i1[r] & (t1.length - 1)])
              + (t2[i2[r] & (t2.length - 1)] + t3[i3[r] & (t3.length - 1)]);
    }
  }

  private static void add3(
      float[] sums, float[][] tables, int[][] index, int[] columns, int from, int rows) {
    float[] t0 = tables[from];
    float[] t1 = tables[from + 1];
    float[] t2 = tables[from + 2];
    int[] i0 = index[columns[from]];
    int[] i1 = index[columns[from + 1]];
    int[] i2 = index[columns[from + 2]];
    for (int r = 0; r < rows; r++) {
      sums[r] +=
          t0[i0[r] & (t0.length - 1)] + t1[i1[r] & (t1.length - 1)] + t2[i2[r] & (t2.length - 1)];
    }
  }

  private static void add2(float[] sums, float[] t0, float[] t1, int[] i0, int[] i1, int rows) {
    for (int r = 0; r < rows; r++) {
      sums[r] += t0[i0[r] & (t0.length - 1)] + t1[i1[r] & (t1.length - 1)];
    }
  }

  private static void add1(float[] sums, float[] t0, int[] i0, int rows) {
    for (int r = 0; r < rows; r++) {
      sums[r] += t0[i0[r] & (t0.length - 1)];
    }
  }

  private static void add4(
      double[] sums, float[][] tables, int[][] index, int[] columns, int from, int rows) {
    float[] t0 = tables[from];
    float[] t1 = tables[from + 1];
    float[] t2 = tables[from + 2];
    float[] t3 = tables[from + 3];
    int[] i0 = index[columns[from]];
    int[] i1 = index[columns[from + 1]];
    int[] i2 = index[columns[from + 2]];
    int[] i3 = index[columns[from + 3]];
    for (int r = 0; r < rows; r++) {
      sums[r] +=
          (t0[i0[r] & (t0.length - 1)] + t1[i1[r] & (t1.length - 1)])
              + (t2[i2[r] & (t2.length - 1)] + t3[i3[r] & (t3.length - 1)]);
    }
  }

  private static void add1(double[] sums, float[] t0, int[] i0, int rows) {
    for (int r = 0; r < rows; r++) {
      sums[r] += t0[i0[r] & (t0.length - 1)];
    }
  }

  /** shifted[r] = index[r] >>> bits. */
  static void shift(int[] index, int bits, int[] shifted, int rows) {
    for (int r = 0; r < rows; r++) {
      shifted[r] = index[r] >>> bits;
    }
  }
}
