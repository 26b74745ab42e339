package org.creditscoring.pipeline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.creditscoring.model.card.Evaluation.CostPoint;
import org.creditscoring.model.card.Evaluation.ReliabilityBin;
import org.creditscoring.model.card.Evaluation.RocPoint;
import org.creditscoring.model.decision.CutOff;
import org.creditscoring.model.decision.Logistic;
import org.junit.jupiter.api.Test;

class CurvesTest {
  /** By rising margin: repaid, then a repaid and a defaulted of one margin, repaid, defaulted. */
  private static final Ranked FIVE =
      Ranked.of(new float[] {1, -1, -1, 2, 0}, new byte[] {0, 0, 1, 1, 0});

  private static final Ranked SIX =
      Ranked.of(new float[] {-3, -2, -2, -1, 0, 2}, new byte[] {0, 0, 1, 0, 0, 1});

  @Test
  void rocStepsFromTheRiskiestDown() {
    assertThat(Curves.roc(FIVE, 200))
        .containsExactly(
            new RocPoint(0, 0),
            new RocPoint(0, 1 / 2.0),
            new RocPoint(1 / 3.0, 1 / 2.0),
            new RocPoint(2 / 3.0, 1 / 2.0),
            new RocPoint(1, 1));
  }

  @Test
  void thinningKeepsTheEnds() {
    assertThat(Curves.roc(FIVE, 3))
        .containsExactly(new RocPoint(0, 0), new RocPoint(1 / 3.0, 1 / 2.0), new RocPoint(1, 1));
  }

  /**
   * Cost ratio 3 over six clients, four of whom repaid. Refusing from −3 on costs 4 good clients;
   * from −2 on, 3; from −1 on, the default at −2 is missed: 3 + 2; from 0: 3 + 1; from 2: 3 + 0.
   */
  @Test
  void costCountsMissedDefaultsAndRefusedGoodClients() {
    List<CostPoint> curve = Curves.cost(SIX, new CutOff(3), 200);

    assertThat(curve)
        .extracting(CostPoint::expectedCost)
        .containsExactly(4 / 6.0, 3 / 6.0, 5 / 6.0, 4 / 6.0, 3 / 6.0);
    assertThat(curve)
        .extracting(CostPoint::approvalRate)
        .containsExactly(0.0, 1 / 6.0, 3 / 6.0, 4 / 6.0, 5 / 6.0);
    assertThat(curve)
        .extracting(CostPoint::badRate)
        .containsExactly(null, 0.0, 1 / 3.0, 1 / 4.0, 1 / 5.0);
    assertThat(curve.get(3).cutOff()).isEqualTo(0.5);
  }

  @Test
  void aBinTellsItsMeanProbabilityAndDefaultRate() {
    float[] margins = new float[20];
    byte[] outcomes = new byte[20];
    for (int i = 0; i < 20; i++) {
      margins[i] = i / 2;
      outcomes[i] = (byte) (i % 4 == 3 ? 1 : 0);
    }

    List<ReliabilityBin> bins = Curves.reliability(Ranked.of(margins, outcomes));

    assertThat(bins).hasSize(10).allMatch(bin -> bin.clients() == 2);
    assertThat(bins.get(3).meanProbability()).isCloseTo(Logistic.of(3), within(1e-12));
    assertThat(bins)
        .extracting(ReliabilityBin::defaultRate)
        .containsExactly(0.0, 0.5, 0.0, 0.5, 0.0, 0.5, 0.0, 0.5, 0.0, 0.5);
    assertThat(bins.get(1).low()).isCloseTo(Wilson.of(1, 2).low(), within(1e-12));
  }

  @Test
  void binsWithoutClientsAreLeftOut() {
    assertThat(Curves.reliability(FIVE)).hasSize(5);
  }
}
