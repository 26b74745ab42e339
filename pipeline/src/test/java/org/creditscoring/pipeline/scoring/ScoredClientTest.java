package org.creditscoring.pipeline.scoring;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ScoredClientTest {
  @Test
  void roundingIsAllowed() {
    assertThatCode(() -> client(-1.49995f).requireAdditive()).doesNotThrowAnyException();
  }

  @Test
  void anExplanationThatDoesNotAddUpStopsTheRun() {
    assertThatThrownBy(() -> client(-1.4998f).requireAdditive())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("client 7: base value + contributions = -1.5 but margin = -1.4998");
    assertThatThrownBy(() -> client(Float.NaN).requireAdditive())
        .isInstanceOf(IllegalStateException.class);
  }

  /** Base value −2 and contributions 0.75 and −0.25 make −1.5. */
  private static ScoredClient client(float margin) {
    return new ScoredClient(
        7,
        (byte) 0,
        (byte) 1,
        margin,
        -2,
        0.18f,
        530,
        40,
        "REFUSED",
        new int[] {0, -1, -1, -1, -1},
        new float[] {1, 2},
        new float[] {0.75f, -0.25f});
  }
}
