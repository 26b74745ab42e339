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
  private final float[][] contributions;
  private final float[][] settled;
  private final double[] margins;
  private final int[][] index;
  private final int[] scratch;

  Block(int features, Thresholds thresholds, int indexColumns, int capacity) {
    this.features = features;
    this.thresholds = thresholds;
    missingLow = new int[features][];
    missingHigh = new int[features][];
    missing = new boolean[features];
    contributions = new float[features][];
    settled = new float[features][];
    for (int f = 0; f < features; f++) {
      if (thresholds.uses(f)) {
        missingLow[f] = new int[capacity + PADDING];
        missingHigh[f] = new int[capacity + PADDING];
        contributions[f] = new float[capacity + PADDING];
        settled[f] = new float[capacity + PADDING];
      }
    }
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
        float[] column = contributions[f]; // free until the sums begin
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
        Arrays.fill(settled[f], 0, rows, 0f);
      }
    }
    Arrays.fill(margins, 0, rows, 0);
  }

  /**
   * Moves the contributions so far to where {@link #store} finds them. A float that thousands of
   * trees are added to, one by one, drifts; one that is moved now and then does not.
   */
  void settle(int rows) {
    for (int f = 0; f < features; f++) {
      if (settled[f] != null) {
        add(contributions[f], settled[f], rows);
        Arrays.fill(contributions[f], 0, rows, 0f);
      }
    }
  }

  private static void add(float[] from, float[] to, int rows) {
    for (int r = 0; r < rows; r++) {
      to[r] += from[r];
    }
  }

  /** Writes the settled sums, row-major, adding {@code baseMargin} to the margins. */
  void store(float[] contributions, double[] margins, int firstRow, int rows, double baseMargin) {
    for (int tile = 0; tile < rows; tile += TILE) {
      int end = Math.min(rows, tile + TILE);
      for (int f = 0; f < features; f++) {
        float[] column = settled[f];
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

  float[] contributions(int feature) {
    return contributions[feature];
  }

  double[] margins() {
    return margins;
  }

  int[][] index() {
    return index;
  }

  int[] scratch() {
    return scratch;
  }
}
