package org.creditscoring.model.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreTest {
  private static final ReferencePopulation FOUR =
      ReferencePopulation.of(new float[] {-1, -2, -3, -2});

  @Test
  void aMissedDefaultThatCostsTenRefusalsCutsOffAtOneInEleven() {
    CutOff cutOff = new CutOff(10);
    assertThat(cutOff.probability()).isCloseTo(0.0909090909, within(1e-10));
    assertThat(cutOff.decide(1.0 / 11)).isEqualTo(Decision.REFUSED);
    assertThat(cutOff.decide(Math.nextDown(1.0 / 11))).isEqualTo(Decision.ACCEPTED);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void aCostRatioIsAboveNothing(double ratio) {
    assertThatThrownBy(() -> new CutOff(ratio)).hasMessageContaining("cost ratio must be");
  }

  /**
   * Odds of 50:1 are 600 points by definition, 100:1 are 620, even odds 600 - 20 log2(50) = 487.
   */
  @ParameterizedTest
  @CsvSource({"-3.912023,600", "-4.605170,620", "0,487", "-3.218876,580"})
  void pointsFollowTheOdds(double margin, int points) {
    assertThat(Points.of(margin)).isEqualTo(points);
  }

  @ParameterizedTest
  @CsvSource({"-3.5,100", "-3,87.5", "-2.5,75", "-2,50", "-1,12.5", "0,0"})
  void percentileIsTheShareThatIsRiskierWithTiesHalf(float margin, double percentile) {
    assertThat(FOUR.percentile(margin)).isEqualTo(percentile);
  }

  @Test
  void theReferencePopulationSurvivesItsBytes() {
    ReferencePopulation read = ReferencePopulation.of(FOUR.bytes());
    assertThat(FOUR.bytes()).startsWith(0, 0, 0x40, 0xc0); // -3f, little-endian
    assertThat(read.size()).isEqualTo(4);
    assertThat(read.percentile(-2)).isEqualTo(50);
    assertThatThrownBy(() -> ReferencePopulation.of(new byte[3])).hasMessageContaining("3 bytes");
    assertThatThrownBy(() -> ReferencePopulation.of(new float[0]))
        .hasMessageContaining("needs margins");
    assertThatThrownBy(() -> ReferencePopulation.of(new float[] {Float.NaN, 1}))
        .hasMessageContaining("all of them numbers");
  }

  @Test
  void aScoreIsTakenFromTheMarginThatIsStored() {
    Score score = Score.of(-2.302585092994046, new CutOff(10), FOUR);
    assertThat(score.margin()).isEqualTo(-2.302585092994046f);
    assertThat(score.probability()).isCloseTo(1 / 11.0, within(1e-7));
    assertThat(score.decision())
        .isEqualTo(score.probability() >= 1 / 11.0 ? Decision.REFUSED : Decision.ACCEPTED);
    assertThat(score.percentile()).isEqualTo(75);
  }

  @Test
  void calibrationIsAffineAndKeepsTheRanking() {
    assertThat(new Calibration(1.5, -0.25).margin(-2)).isEqualTo(-3.25);
    assertThatThrownBy(() -> new Calibration(0, 1)).hasMessageContaining("slope 0.0");
    assertThatThrownBy(() -> new Calibration(Double.NaN, 1)).hasMessageContaining("slope NaN");
  }

  @Test
  void logisticAndItsInverse() {
    assertThat(Logistic.of(0)).isEqualTo(0.5);
    assertThat(Logistic.of(Math.log(3))).isCloseTo(0.75, within(1e-15));
    assertThat(Logistic.inverse(0.75)).isCloseTo(Math.log(3), within(1e-15));
  }
}
