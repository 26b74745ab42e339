package org.creditscoring.pipeline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LogisticLineTest {
  /** The optimum was found apart, by a Nelder–Mead search of the likelihood in SciPy. */
  @Test
  void findsTheLineOfGreatestLikelihood() {
    double[] x = {-3, -2.5, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5};
    byte[] outcome = {0, 0, 1, 0, 0, 0, 1, 0, 1, 1};

    LogisticLine line = LogisticLine.fit(x, outcome);

    assertThat(line.slope()).isCloseTo(0.85428626, within(1e-6));
    assertThat(line.intercept()).isCloseTo(0.09476764, within(1e-6));
  }

  /**
   * Two points: 1 of 4 defaults at x = 0, 3 of 4 at x = 1, so the line passes through both
   * log-odds.
   */
  @Test
  void passesThroughTwoObservedRates() {
    double[] x = {0, 0, 0, 0, 1, 1, 1, 1};
    byte[] outcome = {1, 0, 0, 0, 1, 1, 1, 0};

    LogisticLine line = LogisticLine.fit(x, outcome);

    assertThat(line.intercept()).isCloseTo(-Math.log(3), within(1e-8));
    assertThat(line.slope()).isCloseTo(2 * Math.log(3), within(1e-8));
  }

  /**
   * The variance of a log odds ratio is the sum of 1 / clients over its four cells (Woolf 1955).
   */
  @Test
  void theSlopesErrorBetweenTwoRatesIsWoolfs() {
    double[] x = {0, 0, 0, 0, 1, 1, 1, 1, 1, 1};
    byte[] outcome = {1, 0, 0, 0, 1, 1, 1, 1, 0, 0};

    assertThat(LogisticLine.fit(x, outcome).slopeError())
        .isCloseTo(Math.sqrt(1.0 / 1 + 1.0 / 3 + 1.0 / 4 + 1.0 / 2), within(1e-8));
  }

  @Test
  void aRankingThatIsTurnedRoundHasANegativeSlope() {
    double[] x = {0, 0, 0, 0, 1, 1, 1, 1};
    byte[] outcome = {1, 1, 1, 0, 1, 0, 0, 0};

    assertThat(LogisticLine.fit(x, outcome).slope()).isCloseTo(-2 * Math.log(3), within(1e-8));
  }

  /**
   * Of so many rows the loss is known to a billionth only, so that a step near the best line may
   * seem to lead away from it. The rates of the two halves tell the line.
   */
  @Test
  void manyRowsAreNoReasonToFindNone() {
    for (int rows = 300_000; rows < 300_020; rows++) {
      double[] x = new double[rows];
      byte[] outcome = new byte[rows];
      double[] ones = new double[2];
      double[] clients = new double[2];
      SplittableRandom random = new SplittableRandom(rows);
      for (int i = 0; i < rows; i++) {
        int half = i % 2;
        x[i] = -2.5 + 0.1 * half;
        outcome[i] = (byte) (random.nextDouble() < 0.07 + 0.02 * half ? 1 : 0);
        ones[half] += outcome[i];
        clients[half]++;
      }

      LogisticLine line = LogisticLine.fit(x, outcome);

      for (int half = 0; half < 2; half++) {
        double rate = ones[half] / clients[half];
        assertThat(line.slope() * (-2.5 + 0.1 * half) + line.intercept())
            .isCloseTo(Math.log(rate / (1 - rate)), within(1e-7));
      }
    }
  }

  @Test
  void oneOutcomeOnlyHasNoLine() {
    assertThatThrownBy(() -> LogisticLine.fit(new double[] {1, 2}, new byte[] {0, 0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rows of both outcomes");
  }

  @Test
  void separatedOutcomesHaveNoBestLine() {
    assertThatThrownBy(() -> LogisticLine.fit(new double[] {1, 2, 3, 4}, new byte[] {0, 0, 1, 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("separate");
  }
}
