package org.creditscoring.pipeline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTest {
  /** Expected: scipy.stats.binomtest(k, n).proportion_ci(method='wilson'). */
  @ParameterizedTest
  @CsvSource({
    "10,100,0.055229137061,0.174365661505",
    "0,20,0.000000000000,0.161125158053",
    "20,20,0.838874841947,1.000000000000",
    "3,7,0.158219855251,0.749541635472"
  })
  void agreesWithScipy(long hits, long cases, double low, double high) {
    Wilson interval = Wilson.of(hits, cases);

    assertThat(interval.low()).isCloseTo(low, within(1e-9));
    assertThat(interval.high()).isCloseTo(high, within(1e-9));
  }
}
