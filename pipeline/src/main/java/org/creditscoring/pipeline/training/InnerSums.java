package org.creditscoring.pipeline.training;

/**
 * What one partition of clients adds to the choice of rounds or features, as fixed-point numbers:
 * their sum does not depend on the order in which partitions come.
 */
public record InnerSums(long[] sums) {
  private static final double ONE = 1L << 32;

  static InnerSums zero(int length) {
    return new InnerSums(new long[length]);
  }

  void add(int place, double value) {
    sums[place] += Math.round(value * ONE);
  }

  void add(InnerSums other) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += other.sums[i];
    }
  }

  double value(int place) {
    return sums[place] / ONE;
  }
}
