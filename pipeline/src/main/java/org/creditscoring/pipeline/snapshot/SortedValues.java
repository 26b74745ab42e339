package org.creditscoring.pipeline.snapshot;

import java.util.stream.IntStream;
import org.creditscoring.model.snapshot.Layout;

/**
 * The known values of a feature by rising value, in cells: each a single value, or the values
 * between two neighbouring ones where a {@link ValueSketch} had too many to tell apart.
 *
 * @param lower least value that a cell may hold
 * @param upper greatest value that it may hold; the same as the least in an exact cell
 * @param accepted clients of the cell who would be accepted
 * @param refused clients who would be refused
 * @param past clients whose outcome is known
 * @param whole whether all values are whole numbers
 */
record SortedValues(
    float[] lower, float[] upper, int[] accepted, int[] refused, int[] past, boolean whole) {

  int cells() {
    return lower.length;
  }

  /** Clients in whom the feature is known. */
  long known() {
    return sum(accepted) + sum(refused);
  }

  float least() {
    return lower[0];
  }

  float greatest() {
    return upper[cells() - 1];
  }

  /**
   * The value below which a share of all clients lies: linear interpolation between order
   * statistics (type 7 of Hyndman and Fan 1996), which are exact in an exact cell and else spread
   * evenly over theirs.
   *
   * @param share 0 to 1
   * @return NaN if nothing is known
   */
  double quantile(double share) {
    return quantile(share, IntStream.range(0, cells()).map(this::all).toArray());
  }

  /** At each of {@link Layout#QUANTILES}. */
  double[] quantiles() {
    int[] all = IntStream.range(0, cells()).map(this::all).toArray();
    double[] quantiles = new double[Layout.QUANTILES.length];
    for (int i = 0; i < quantiles.length; i++) {
      quantiles[i] = quantile(Layout.QUANTILES[i], all);
    }
    return quantiles;
  }

  /** The median over past clients; NaN if there is none. */
  double pastMedian() {
    return quantile(0.5, past);
  }

  /** The value that most past clients have, the least of several; NaN if there is none. */
  double pastMode() {
    double mode = Double.NaN;
    int most = 0;
    for (int cell = 0; cell < cells(); cell++) {
      if (past[cell] > most) {
        most = past[cell];
        mode = lower[cell];
      }
    }
    return mode;
  }

  int all(int cell) {
    return accepted[cell] + refused[cell];
  }

  private double quantile(double share, int[] counts) {
    long known = sum(counts);
    if (known == 0) {
      return Double.NaN;
    }
    double place = share * (known - 1);
    long below = (long) Math.floor(place);
    double low = inOrder(below, counts);
    double high = inOrder(Math.min(below + 1, known - 1), counts);
    return low + (place - below) * (high - low);
  }

  /** The value of an order statistic, from 0. */
  private double inOrder(long place, int[] counts) {
    long before = 0;
    int cell = 0;
    while (before + counts[cell] <= place) {
      before += counts[cell++];
    }
    double within = (place - before + 0.5) / counts[cell];
    return lower[cell] + within * ((double) upper[cell] - lower[cell]);
  }

  private static long sum(int[] counts) {
    return IntStream.of(counts).asLongStream().sum();
  }
}
