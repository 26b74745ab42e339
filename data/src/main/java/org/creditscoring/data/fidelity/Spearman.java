package org.creditscoring.data.fidelity;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Spearman's rank correlation: Pearson's, of ranks; equal values share the mean of their ranks. */
final class Spearman {
  private Spearman() {}

  /**
   * A correlation over so many pairs.
   *
   * @param value in [−1, 1]; NaN if one of the two does not vary
   */
  record Correlation(double value, int pairs) {}

  /** Over the places where both are a number. */
  static Correlation of(float[] first, float[] second) {
    int[] both =
        IntStream.range(0, first.length)
            .filter(i -> !Float.isNaN(first[i]) && !Float.isNaN(second[i]))
            .toArray();
    double[] x = ranks(first, both);
    double[] y = ranks(second, both);
    double mean = (both.length + 1) / 2.0;
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < both.length; i++) {
      xy += (x[i] - mean) * (y[i] - mean);
      xx += (x[i] - mean) * (x[i] - mean);
      yy += (y[i] - mean) * (y[i] - mean);
    }
    return new Correlation(xx == 0 || yy == 0 ? Double.NaN : xy / Math.sqrt(xx * yy), both.length);
  }

  /** Ranks from 1 of the values at some places. */
  private static double[] ranks(float[] values, int[] places) {
    // The value, as an int of the same order, above the place: one sort of primitives.
    long[] order = new long[places.length];
    for (int i = 0; i < places.length; i++) {
      // Adding 0 makes −0 equal to 0.
      int bits = Float.floatToIntBits(values[places[i]] + 0f);
      int ordered = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
      order[i] = ((long) ordered << 32) | i;
    }
    Arrays.sort(order);
    double[] ranks = new double[places.length];
    for (int from = 0; from < order.length; ) {
      int to = from;
      while (to < order.length && order[to] >> 32 == order[from] >> 32) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[(int) order[i]] = (from + 1 + to) / 2.0;
      }
      from = to;
    }
    return ranks;
  }
}
