package org.creditscoring.pipeline.snapshot;

import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How many clients of each stratum are sampled: up to {@value #FLOOR} of each first, so that rare
 * ones are seen, then the rest in proportion to what is left of each, by largest remainder.
 */
final class Quotas {
  private static final int FLOOR = 100;

  private Quotas() {}

  /**
   * @param strata sizes
   * @param most clients of the whole sample, at least {@value #FLOOR} for each stratum
   * @return all clients if they are no more than that
   */
  static int[] of(long[] strata, int most) {
    int[] quotas = LongStream.of(strata).mapToInt(size -> (int) Math.min(size, FLOOR)).toArray();
    long left = LongStream.of(strata).sum() - IntStream.of(quotas).sum();
    long open = Math.min(left, most - IntStream.of(quotas).sum());
    double[] remainders = new double[strata.length];
    for (int i = 0; i < quotas.length && left > 0; i++) {
      double share = (double) open * (strata[i] - quotas[i]) / left;
      remainders[i] = share - Math.floor(share);
      quotas[i] += (int) share;
    }
    long given =
        IntStream.of(quotas).sum() - LongStream.of(strata).map(s -> Math.min(s, FLOOR)).sum();
    IntStream.range(0, quotas.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> remainders[i]).reversed())
        .limit(open - given)
        .forEach(i -> quotas[i]++);
    return quotas;
  }
}
