package org.creditscoring.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoosterSettingsTest {
  private static final BoosterSettings SETTINGS =
      new BoosterSettings(4, 0.015, 900, 0.7, 16, 25, 40, 256);

  @Test
  void areThoseForAThousandDefaults() {
    assertThat(SETTINGS.forDefaults(1000)).isEqualTo(SETTINGS);
  }

  /** Sixteen times as many: four times as large steps and leaves, half as many steps. */
  @Test
  void moreDefaultsBearLargerStepsAndFewerOfThem() {
    assertThat(SETTINGS.forDefaults(16_000))
        .isEqualTo(new BoosterSettings(4, 0.06, 450, 0.7, 16, 25, 160, 256));
  }

  @Test
  void fewerDefaultsAllowSmallerLeaves() {
    assertThat(SETTINGS.forDefaults(250))
        .isEqualTo(new BoosterSettings(4, 0.015, 900, 0.7, 16, 25, 20, 256));
  }
}
