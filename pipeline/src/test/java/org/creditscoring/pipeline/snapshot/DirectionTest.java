package org.creditscoring.pipeline.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DirectionTest {
  @Test
  void aContributionThatOnlyRisesHasDirectionOne() {
    assertThat(Direction.of(new long[] {5, 1, 3}, new double[] {-2, 0, 0.1})).isEqualTo(1);
    assertThat(Direction.of(new long[] {5, 1, 3}, new double[] {2, 0, -0.1})).isEqualTo(-1);
  }

  @Test
  void whatDoesNotMoveHasNone() {
    assertThat(Direction.of(new long[] {5, 1}, new double[] {0.5, 0.5})).isNaN();
    assertThat(Direction.of(new long[] {5}, new double[] {0.5})).isNaN();
    assertThat(Direction.of(new long[] {0, 5, 0}, new double[] {Double.NaN, 1, Double.NaN}))
        .isNaN();
    assertThat(Direction.of(new long[0], new double[0])).isNaN();
  }

  /**
   * One client a bin, ranks 1 2 3 4 against 2 1 4 3: Spearman's 1 − 6 Σd² / (n (n² − 1)) = 1 − 6·4
   * / 60 = 0.6.
   */
  @Test
  void oneClientABinIsSpearmansOwnFormula() {
    assertThat(Direction.of(new long[] {1, 1, 1, 1}, new double[] {0.2, 0.1, 0.4, 0.3}))
        .isCloseTo(0.6, within(1e-15));
  }

  /** Bins spelled out client by client, ranked with ties at their mean, and correlated. */
  @Test
  void binsAreTiesOfTheirClients() {
    Random random = new Random(3);
    for (int trial = 0; trial < 50; trial++) {
      int bins = 2 + random.nextInt(8);
      long[] clients = random.longs(bins, 0, 6).toArray();
      double[] means = random.ints(bins, -3, 4).asDoubleStream().toArray();
      double[] value = new double[(int) Arrays.stream(clients).sum()];
      double[] mean = new double[value.length];
      int client = 0;
      for (int bin = 0; bin < bins; bin++) {
        for (long i = 0; i < clients[bin]; i++) {
          value[client] = bin;
          mean[client++] = means[bin];
        }
      }
      double expected = pearson(ranks(value), ranks(mean));
      if (Double.isNaN(expected)) {
        assertThat(Direction.of(clients, means)).isNaN();
      } else {
        assertThat(Direction.of(clients, means)).isCloseTo(expected, within(1e-12));
      }
    }
  }

  private static double[] ranks(double[] values) {
    return Arrays.stream(values)
        .map(
            value ->
                Arrays.stream(values).filter(other -> other < value).count()
                    + (Arrays.stream(values).filter(other -> other == value).count() + 1) / 2.0)
        .toArray();
  }

  private static double pearson(double[] x, double[] y) {
    double mx = Arrays.stream(x).average().orElse(0);
    double my = Arrays.stream(y).average().orElse(0);
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < x.length; i++) {
      xx += (x[i] - mx) * (x[i] - mx);
      yy += (y[i] - my) * (y[i] - my);
      xy += (x[i] - mx) * (y[i] - my);
    }
    return xx == 0 || yy == 0 ? Double.NaN : xy / Math.sqrt(xx * yy);
  }
}
