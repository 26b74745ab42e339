package org.creditscoring.pipeline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PairedAucTest {
  /**
   * By hand. The first model ranks all four pairs rightly; the second only (3, 2). What the first
   * has more is 1 and ½ for the defaulted, ½ and 1 for the repaid: variances of 1/8 each over two
   * clients, so that the standard error is √(1/8).
   */
  @Test
  void ofFourClientsByHand() {
    PairedAuc auc =
        PairedAuc.of(new float[] {4, 3, 2, 1}, new float[] {1, 3, 2, 4}, new byte[] {1, 1, 0, 0});

    assertThat(auc.first()).isEqualTo(1);
    assertThat(auc.second()).isEqualTo(0.25);
    assertThat(auc.standardError()).isCloseTo(Math.sqrt(0.125), within(1e-15));
  }

  @Test
  void aTieIsHalfRight() {
    PairedAuc auc =
        PairedAuc.of(new float[] {2, 2, 2, 2}, new float[] {1, 2, 2, 1}, new byte[] {1, 1, 0, 0});

    assertThat(auc.first()).isEqualTo(0.5);
    assertThat(auc.second()).isEqualTo(0.5);
  }

  @Test
  void aModelIsNoBetterThanItself() {
    float[] margins = {0.3f, -1, 2, 0.5f, -0.2f};

    PairedAuc auc = PairedAuc.of(margins, margins, new byte[] {1, 0, 1, 0, 0});

    assertThat(auc.first()).isEqualTo(auc.second());
    assertThat(auc.standardError()).isZero();
  }

  @Test
  void oneDefaultIsTooFew() {
    float[] margins = {1, 2, 3};

    assertThatThrownBy(() -> PairedAuc.of(margins, margins, new byte[] {1, 0, 0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 defaulted and 2 repaid");
  }
}
