package org.creditscoring.pipeline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.creditscoring.model.card.Evaluation.Optimum;
import org.creditscoring.model.decision.CutOff;
import org.creditscoring.model.decision.Logistic;
import org.junit.jupiter.api.Test;

class CheapestCutOffTest {
  private static final int[] ONCE = {1, 1, 1, 1, 1};

  /** Accepting the first three saves three and adds no default; the fourth would cost three. */
  @Test
  void liesBetweenTheLastAcceptedAndTheFirstRefused() {
    Ranked ranked = Ranked.of(new float[] {-4, -3, -2, -1, 0}, new byte[] {0, 0, 0, 1, 0});

    assertThat(CheapestCutOff.cutOff(ranked, ONCE, 3))
        .isEqualTo((Logistic.of(-2) + Logistic.of(-1)) / 2);
  }

  /** Seen ten times, the last good client outweighs the default before him. */
  @Test
  void weightsCount() {
    Ranked ranked = Ranked.of(new float[] {-4, -3, -2, -1, 0}, new byte[] {0, 0, 0, 1, 0});

    assertThat(CheapestCutOff.cutOff(ranked, new int[] {1, 1, 1, 1, 10}, 3)).isEqualTo(1);
  }

  @Test
  void whereOnlyDefaultsAreSafeEveryoneIsRefused() {
    Ranked ranked = Ranked.of(new float[] {-4, -3, -2, -1, 0}, new byte[] {1, 1, 0, 0, 0});

    assertThat(CheapestCutOff.cutOff(ranked, ONCE, 10)).isZero();
  }

  /** All the safe repaid and all the risky defaulted: every resample cuts at the same place. */
  @Test
  void whatChanceCannotMoveHasNoWidth() {
    float[] margins = new float[100];
    byte[] outcomes = new byte[100];
    for (int i = 0; i < 100; i++) {
      margins[i] = i < 50 ? -2 : 1;
      outcomes[i] = (byte) (i < 50 ? 0 : 1);
    }
    double between = (Logistic.of(-2) + Logistic.of(1)) / 2;

    assertThat(CheapestCutOff.of(Ranked.of(margins, outcomes), new CutOff(10), 1))
        .isEqualTo(new Optimum(between, between, between));
  }

  /** Outcomes drawn from the very probabilities: theory puts the cheapest cut-off at 1 / 11. */
  @Test
  void theIntervalHoldsThePolicyWhereProbabilitiesAreTrue() {
    Random random = new Random(5);
    float[] margins = new float[20_000];
    byte[] outcomes = new byte[margins.length];
    for (int i = 0; i < margins.length; i++) {
      margins[i] = (float) (-2.6 + random.nextGaussian());
      outcomes[i] = (byte) (random.nextDouble() < Logistic.of(margins[i]) ? 1 : 0);
    }

    Optimum optimum = CheapestCutOff.of(Ranked.of(margins, outcomes), new CutOff(10), 1);

    assertThat(optimum.low()).isLessThan(1 / 11.0);
    assertThat(optimum.high()).isGreaterThan(1 / 11.0);
    assertThat(optimum.cutOff()).isCloseTo(1 / 11.0, within(0.03));
  }
}
