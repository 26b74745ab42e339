package org.creditscoring.pipeline.snapshot;

import java.util.Arrays;

/**
 * Exact quantiles by linear interpolation between order statistics (type 7 of Hyndman and Fan
 * 1996).
 */
final class Quantiles {
  private Quantiles() {}

  /**
   * @param rising at least one value
   * @param share 0 to 1
   */
  static double of(float[] rising, double share) {
    double place = share * (rising.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, rising.length - 1);
    return rising[below] + (place - below) * ((double) rising[above] - rising[below]);
  }

  /** Several at once; NaN when there is no value. */
  static double[] of(float[] rising, double[] shares) {
    if (rising.length == 0) {
      double[] undefined = new double[shares.length];
      Arrays.fill(undefined, Double.NaN);
      return undefined;
    }
    return Arrays.stream(shares).map(share -> of(rising, share)).toArray();
  }
}
