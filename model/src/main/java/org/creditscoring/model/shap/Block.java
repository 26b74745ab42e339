package org.creditscoring.model.shap;

import java.util.Arrays;

/**
 * A block of rows, column by column: ranks, index columns and sums. One thread works on it. Blocks
 * are a few thousand rows, so that the columns which a tree needs stay in cache while its tables
 * are used for all rows.
 */
final class Block {
  /** Rows copied together when turning rows into columns and back: a cache line of floats. */
  private static final int TILE = 16;

  /**
   * Keeps columns from starting a power of two apart, where they would compete for the same cache
   * lines.
   */
  private static final int PADDING = 32;

  private final int features;
  private final Thresholds thresholds;
  private final int[][] missingLow;
  private final int[][] missingHigh;
  private final boolean[] missing;
  private final int[][] sums; // by feature, then the margin, then what is not wanted
  private final int[] sign; // 2^31 where all sign bits of a column of sums are inverted, else 0
  private final float[][] contributions;
  private final double[] margins;
  private final int[][] index;
  private final int[] scratch;

  Block(int features, Thresholds thresholds, int indexColumns, int capacity) {
    this.features = features;
    this.thresholds = thresholds;
    missingLow = new int[features][];
    missingHigh = new int[features][];
    missing = new boolean[features];
    sums = new int[features + 2][];
    sign = new int[features + 2];
    contributions = new float[features][];
    for (int f = 0; f < features; f++) {
      if (thresholds.uses(f)) {
        missingLow[f] = new int[capacity + PADDING];
        missingHigh[f] = new int[capacity + PADDING];
        sums[f] = new int[capacity + PADDING];
        contributions[f] = new float[capacity + PADDING];
      }
    }
    sums[features] = new int[capacity + PADDING];
    sums[features + 1] = new int[capacity + PADDING];
    margins = new double[capacity];
    index = new int[indexColumns][capacity + PADDING];
    scratch = new int[capacity];
  }

  int capacity() {
    return margins.length;
  }

  /** Takes rows from {@code values}, row-major, and sets all sums to zero. */
  void load(float[] values, int firstRow, int rows) {
    for (int tile = 0; tile < rows; tile += TILE) {
      int end = Math.min(rows, tile + TILE);
      for (int f = 0; f < features; f++) {
        float[] column = contributions[f]; // free until the first sum is settled
        if (column != null) {
          for (int r = tile; r < end; r++) {
            column[r] = values[(firstRow + r) * features + f];
          }
        }
      }
    }
    for (int f = 0; f < features; f++) {
      if (contributions[f] != null) {
        missing[f] = thresholds.rank(f, contributions[f], rows, missingLow[f], missingHigh[f]);
        Arrays.fill(contributions[f], 0, rows, 0f);
      }
    }
    for (int[] column : sums) {
      if (column != null) {
        Arrays.fill(column, 0, rows, 0);
      }
    }
    Arrays.fill(sign, 0);
    Arrays.fill(margins, 0, rows, 0);
  }

  /** Adds the sums so far, of the given unit, to where {@link #store} finds them. */
  void settle(double unit, int rows) {
    for (int f = 0; f < features; f++) {
      if (sums[f] != null) {
        add(sums[f], sign[f], unit, contributions[f], rows);
        Arrays.fill(sums[f], 0, rows, 0);
      }
    }
    int[] margin = sums[features];
    for (int r = 0; r < rows; r++) {
      margins[r] += (margin[r] ^ sign[features]) * unit;
    }
    Arrays.fill(margin, 0, rows, 0);
    Arrays.fill(sign, 0);
  }

  private static void add(int[] from, int sign, double unit, float[] to, int rows) {
    for (int r = 0; r < rows; r++) {
      to[r] += (float) ((from[r] ^ sign) * unit);
    }
  }

  /** Writes the settled sums, row-major, adding {@code baseMargin} to the margins. */
  void store(float[] contributions, double[] margins, int firstRow, int rows, double baseMargin) {
    for (int tile = 0; tile < rows; tile += TILE) {
      int end = Math.min(rows, tile + TILE);
      for (int f = 0; f < features; f++) {
        float[] column = this.contributions[f];
        for (int r = tile; r < end; r++) {
          contributions[(firstRow + r) * features + f] = column == null ? 0 : column[r];
        }
      }
    }
    for (int r = 0; r < rows; r++) {
      margins[firstRow + r] = baseMargin + this.margins[r];
    }
  }

  /**
   * Ranks of the feature, with missing values on the given side. Where none is missing it is always
   * the same column: half as much to keep in cache.
   */
  int[] ranks(int feature, boolean missingLowest) {
    return missingLowest && missing[feature] ? missingLow[feature] : missingHigh[feature];
  }

  /** Sums of a feature, of {@link GroupLayout#MARGIN}, or of {@link TermPair#NONE}. */
  int[] sums(int term) {
    return sums[column(term)];
  }

  /** Notes that the sign bits of all sums of the term have been turned over. */
  void invertSign(int term) {
    sign[column(term)] ^= Integer.MIN_VALUE;
  }

  private int column(int term) {
    return term < 0 ? features - 1 - term : term;
  }

  int[][] index() {
    return index;
  }

  int[] scratch() {
    return scratch;
  }
}
