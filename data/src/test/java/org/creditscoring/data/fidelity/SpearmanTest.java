package org.creditscoring.data.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SpearmanTest {
  private static final float NONE = Float.NaN;

  @Test
  void isTheFormulaOfTheRankDifferencesWhereNoValuesAreEqual() {
    // Ranks 1 2 3 4 5 beside 2 1 4 3 5: 1 − 6 × (1 + 1 + 1 + 1 + 0) / (5 × 24) = 0.8
    Spearman.Correlation found =
        Spearman.of(new float[] {-7, 0, 3, 10, 1e9f}, new float[] {2, -1, 8, 5, 70});
    assertThat(found.value()).isEqualTo(0.8, within(1e-12));
    assertThat(found.pairs()).isEqualTo(5);
  }

  @Test
  void equalValuesShareTheMeanOfTheirRanks() {
    // Ranks 1.5 1.5 3.5 3.5 beside 1 2 3 4: covariance 4, variances 4 and 5.
    assertThat(Spearman.of(new float[] {0, -0f, 1, 1}, new float[] {1, 2, 3, 4}).value())
        .isEqualTo(4 / Math.sqrt(4 * 5), within(1e-12));
  }

  @Test
  void onlyPairsCount() {
    Spearman.Correlation found =
        Spearman.of(new float[] {1, NONE, 2, 3}, new float[] {3, 9, NONE, 1});
    assertThat(found.value()).isEqualTo(-1, within(1e-12));
    assertThat(found.pairs()).isEqualTo(2);
  }

  @Test
  void aConstantHasNone() {
    assertThat(Spearman.of(new float[] {1, 1}, new float[] {1, 2}).value()).isNaN();
  }
}
