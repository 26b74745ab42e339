package org.creditscoring.model.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SyntheticRowsTest {
  private static final SyntheticRows ROWS = new SyntheticRows(30);

  @Test
  void aRowIsTheSameInWhateverPartItIsMade() {
    float[] together = ROWS.values(5, 100);

    assertThat(ROWS.values(65, 40)).isEqualTo(Arrays.copyOfRange(together, 60 * 30, 100 * 30));
    assertThat(ROWS.outcomes(65, 40)).isEqualTo(Arrays.copyOfRange(ROWS.outcomes(5, 100), 60, 100));
  }

  @Test
  void aThirdOfTheFeaturesIsNeverMissingAndOneRowInTenHasAnOutcomeOfOne() {
    int count = 5000;
    float[] values = ROWS.values(0, count);
    int missing = 0;
    for (int i = 0; i < values.length; i++) {
      boolean nan = Float.isNaN(values[i]);
      assertThat(nan && i % 30 % 3 == 0).as("value %d", i).isFalse();
      missing += nan ? 1 : 0;
    }
    double ones = 0;
    for (float outcome : ROWS.outcomes(0, count)) {
      ones += outcome;
    }

    assertThat((double) missing / values.length).isBetween(0.1, 0.3);
    assertThat(ones / count).isBetween(0.05, 0.2);
  }
}
