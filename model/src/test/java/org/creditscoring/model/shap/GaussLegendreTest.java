package org.creditscoring.model.shap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussLegendreTest {
  @Test
  void agreesWithTheRulesOfOneTwoAndThreeNodes() {
    assertThat(GaussLegendre.of(1).node()).containsExactly(new double[] {0.5}, within(1e-15));
    assertThat(GaussLegendre.of(1).weight()).containsExactly(new double[] {1}, within(1e-15));
    // (1 ± 1/√3)/2
    assertThat(GaussLegendre.of(2).node())
        .containsExactly(new double[] {0.21132486540518708, 0.7886751345948129}, within(1e-15));
    assertThat(GaussLegendre.of(2).weight())
        .containsExactly(new double[] {0.5, 0.5}, within(1e-15));
    // (1 ± √(3/5))/2 and 5/18, 8/18, 5/18
    assertThat(GaussLegendre.of(3).node())
        .containsExactly(new double[] {0.1127016653792583, 0.5, 0.8872983346207417}, within(1e-15));
    assertThat(GaussLegendre.of(3).weight())
        .containsExactly(new double[] {5 / 18.0, 8 / 18.0, 5 / 18.0}, within(1e-15));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 7, 11, 40, 99, 200})
  void integratesEveryPowerUpToItsDegree(int degree) {
    GaussLegendre rule = GaussLegendre.exactTo(degree);
    for (int power = 0; power <= degree; power++) {
      double sum = 0;
      for (int q = 0; q < rule.node().length; q++) {
        sum += rule.weight()[q] * Math.pow(rule.node()[q], power);
      }
      assertThat(sum).as("∫ t^%d", power).isCloseTo(1.0 / (power + 1), within(1e-13));
    }
  }
}
