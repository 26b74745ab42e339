package org.creditscoring.pipeline.drift;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.creditscoring.model.feature.Feature;

/**
 * Bins that leave no value out: a number's are parted by edges, a category or flag has one for each
 * value it can take; the last is that of the missing.
 *
 * @param edges of a number, rising: k of them part k + 1 bins, and a value on an edge is above it;
 *     empty for a category or flag
 * @param codes how many values a category or flag can take; {@value #NUMBER} for a number
 */
public record Cuts(double[] edges, int codes) implements Serializable {
  static final int NUMBER = 0;
  private static final int YES_AND_NO = 2;

  /** Those of a category or flag, or of a number that is parted nowhere. */
  public static Cuts of(Feature feature) {
    return new Cuts(
        new double[0],
        switch (feature.kind()) {
          case NUMBER -> NUMBER;
          case CATEGORY -> feature.categories().size();
          case FLAG -> YES_AND_NO;
        });
  }

  /** Parted at these edges too: whatever was parted before can be put together again. */
  public Cuts and(double[] others) {
    return codes == NUMBER
        ? new Cuts(
            DoubleStream.concat(Arrays.stream(edges), Arrays.stream(others))
                .sorted()
                .distinct()
                .toArray(),
            NUMBER)
        : this;
  }

  public int bins() {
    return missing() + 1;
  }

  int missing() {
    return codes == NUMBER ? edges.length + 1 : codes;
  }

  /**
   * The edges for a search without branches, which for the edges of a hundred million values would
   * be guessed wrong every other time: a float is not below an edge exactly if it is not below the
   * least float that is not. Filled up to 2ᵏ − 1 by NaN, which every value counts as below.
   */
  float[] ladder() {
    float[] ladder =
        new float[(1 << Integer.SIZE - Integer.numberOfLeadingZeros(edges.length)) - 1];
    Arrays.fill(ladder, Float.NaN);
    for (int i = 0; i < edges.length; i++) {
      float edge = (float) edges[i];
      ladder[i] = edge < edges[i] ? Math.nextUp(edge) : edge;
    }
    return ladder;
  }

  /** How many of some rising edges a value is not below. */
  static int above(double[] edges, double value) {
    // The search would put −0.0 before the edge 0.
    int place = Arrays.binarySearch(edges, value + 0.0);
    return place >= 0 ? place + 1 : -place - 1;
  }
}
