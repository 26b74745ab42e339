package org.creditscoring.pipeline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.creditscoring.model.card.ModelCard.CalibrationFit;
import org.creditscoring.model.card.ModelCard.Discrimination;
import org.junit.jupiter.api.Test;

/** The expected figures come from scikit-learn and SciPy on the same ten rows. */
class RankedTest {
  private static final float[] MARGINS = {0, -2.5f, -3, -2.5f, 1, -2, -1.5f, -0.5f, -1, 0.5f};
  private static final byte[] OUTCOMES = {0, 1, 0, 0, 1, 0, 0, 0, 1, 1};

  @Test
  void discriminationAgreesWithScikitLearn() {
    Discrimination figures = Ranked.of(MARGINS, OUTCOMES).discrimination();

    assertThat(figures.auc()).isCloseTo(0.7291666666666666, within(1e-12));
    assertThat(figures.gini()).isCloseTo(0.4583333333333333, within(1e-12));
    assertThat(figures.ks()).isCloseTo(0.5, within(1e-12));
    assertThat(figures.brier()).isCloseTo(0.2051380235421211, within(1e-9));
    assertThat(figures.logLoss()).isCloseTo(0.6302532633141171, within(1e-9));
  }

  @Test
  void calibrationAgreesWithScipy() {
    CalibrationFit fit = Ranked.of(MARGINS, OUTCOMES).calibration();

    assertThat(fit.slope()).isCloseTo(0.6985481, within(1e-6));
    assertThat(fit.intercept()).isCloseTo(0.32679266, within(1e-6));
  }

  @Test
  void clientsOfSeveralModelsAreRankedTogether() {
    Ranked low = Ranked.of(new float[] {-2, 0.5f}, new byte[] {0, 1});
    Ranked high = Ranked.of(new float[] {-1, 0, 1}, new byte[] {0, 0, 1});

    for (Ranked both : List.of(low.and(high), high.and(low))) {
      assertThat(both.size()).isEqualTo(5);
      assertThat(IntStream.range(0, 5).mapToObj(both::margin))
          .containsExactly(-2f, -1f, 0f, 0.5f, 1f);
      assertThat(IntStream.range(0, 5).map(both::outcome)).containsExactly(0, 0, 0, 1, 1);
    }
  }

  /** Of two rates: the log odds ratio and 1.96 of Woolf's errors (1955) on either side. */
  @Test
  void theSlopesIntervalIsWoolfs() {
    float[] margins = {0, 0, 0, 0, 1, 1, 1, 1, 1, 1};
    byte[] outcomes = {1, 0, 0, 0, 1, 1, 1, 1, 0, 0};

    Ranked.Interval interval = Ranked.of(margins, outcomes).slopeInterval();

    double ratio = Math.log(3.0 * 4 / (1 * 2));
    double reach = 1.96 * Math.sqrt(1 + 1 / 3.0 + 1 / 4.0 + 1 / 2.0);
    assertThat(interval.low()).isCloseTo(ratio - reach, within(1e-4));
    assertThat(interval.high()).isCloseTo(ratio + reach, within(1e-4));
  }

  @Test
  void calibrationErrorIsTheMeanGapOfTenBins() {
    float[] margins = {-4, -4, -3, -3, -2, -2, -1, -1, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5};
    byte[] outcomes = {0, 0, 0, 1, 0, 0, 0, 1, 1, 0, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1};

    assertThat(Ranked.of(margins, outcomes).calibration().ece())
        .isCloseTo(0.15426652708484676, within(1e-9));
  }
}
