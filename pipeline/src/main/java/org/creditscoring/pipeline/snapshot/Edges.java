package org.creditscoring.pipeline.snapshot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where the bins of a number begin and end. Few values get a bin each; many get ranges of one round
 * width between the quantiles of 1 and 99 %, so that outliers share the first and last bin and do
 * not flatten the picture.
 */
final class Edges {
  private static final int MOST_SINGLE_VALUES = 24;
  private static final int WANTED_RANGES = 24;
  private static final double LOW = 0.01;
  private static final double HIGH = 0.99;

  private Edges() {}

  /**
   * @param values the known ones, at least one
   * @return rising edges, the first at or below the least value, the last at or above the greatest;
   *     two equal ones at the end make a bin of one value
   */
  static double[] of(SortedValues values) {
    return values.cells() <= MOST_SINGLE_VALUES ? single(values.lower()) : ranges(values);
  }

  /** The bin of a value: lower edge included, upper excluded but in the last bin. */
  static int bin(double[] edges, double value) {
    // The search would put −0.0 before the edge 0.
    int place = Arrays.binarySearch(edges, 0, edges.length - 1, value + 0.0);
    return place >= 0 ? place : -place - 2;
  }

  private static double[] single(float[] values) {
    double[] edges = new double[values.length + 1];
    for (int i = 0; i < values.length; i++) {
      edges[i] = values[i];
    }
    edges[values.length] = values[values.length - 1];
    return edges;
  }

  private static double[] ranges(SortedValues values) {
    double low = values.quantile(LOW);
    double high = values.quantile(HIGH);
    if (!(low < high)) {
      low = values.least();
      high = values.greatest();
    }
    BigDecimal step = step((high - low) / WANTED_RANGES, values.whole());
    BigDecimal first = BigDecimal.valueOf(low).divide(step, 0, RoundingMode.FLOOR).multiply(step);
    List<Double> edges = new ArrayList<>();
    BigDecimal edge = first;
    while (edge.doubleValue() < high) {
      edges.add(edge.doubleValue());
      edge = edge.add(step);
    }
    edges.add(edge.doubleValue());
    double[] result = edges.stream().mapToDouble(Double::doubleValue).toArray();
    result[0] = Math.min(result[0], values.least());
    result[result.length - 1] = Math.max(result[result.length - 1], values.greatest());
    return result;
  }

  /** The least of 1, 2, 5 times a power of ten that is no smaller than {@code width}. */
  private static BigDecimal step(double width, boolean whole) {
    double least = whole ? Math.max(width, 1) : width;
    int power = (int) Math.floor(Math.log10(least));
    for (int shift = 0; ; shift++) {
      for (int times : new int[] {1, 2, 5}) {
        BigDecimal step =
            BigDecimal.valueOf(times).scaleByPowerOfTen(power + shift).round(MathContext.DECIMAL64);
        if (step.doubleValue() >= least) {
          return step;
        }
      }
    }
  }
}
