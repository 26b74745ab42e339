package org.creditscoring.data.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.creditscoring.data.fidelity.Distances.RatePair;
import org.creditscoring.data.fidelity.Distances.Worst;
import org.junit.jupiter.api.Test;

class DistancesTest {

  @Test
  void totalVariationIsTheShareThatWouldHaveToMove() {
    Worst worst =
        Distances.totalVariation(
            Map.of("a", 0.5, "b", 0.3, "", 0.2), Map.of("a", 0.4, "b", 0.3, "c", 0.3));
    // (0.1 + 0 + 0.2 + 0.3) / 2
    assertThat(worst.distance()).isEqualTo(0.3, within(1e-12));
    assertThat(worst.detail()).isEqualTo("\"c\": 30.00 %, not 0.00 %");
  }

  private static Distances.Placed uniform(double shift) {
    return new Distances.Placed() {
      @Override
      public double below(double value) {
        return Math.min(1, Math.max(0, value + shift));
      }

      @Override
      public double atMost(double value) {
        return below(value);
      }
    };
  }

  @Test
  void quantilesAreAsFarAsTheLargestShareOnTheWrongSide() {
    Map<Double, Double> quantiles = Map.of(0.0, 0.0, 0.25, 0.25, 0.5, 0.47, 1.0, 99.0);
    assertThat(Distances.quantiles(quantiles, uniform(0)).distance()).isEqualTo(0.03, within(1e-9));
    Worst worst = Distances.quantiles(quantiles, uniform(0.1));
    assertThat(worst.distance()).isEqualTo(0.1, within(1e-9));
    assertThat(worst.detail()).isEqualTo("below 0.25: 35.00 %, not 25.00 %");
  }

  @Test
  void aValueThatManyShareStandsForAllItsLevels() {
    // Nine rows of ten are 0: the levels up to 0.9 are all met by it.
    Distances.Placed mostlyZero =
        new Distances.Placed() {
          @Override
          public double below(double value) {
            return value > 0 ? 0.9 : 0;
          }

          @Override
          public double atMost(double value) {
            return value >= 8 ? 1 : 0.9;
          }
        };
    assertThat(Distances.quantiles(Map.of(0.25, 0.0, 0.5, 0.0, 0.9, 0.0), mostlyZero).distance())
        .isZero();
    assertThat(Distances.quantiles(Map.of(0.75, 5.0), mostlyZero).distance())
        .isEqualTo(0.15, within(1e-12));
    assertThat(Distances.quantiles(Map.of(0.95, 0.0), mostlyZero).distance())
        .isEqualTo(0.05, within(1e-12));
  }

  @Test
  void defaultRatesCountOnlyBeyondChance() {
    RatePair apart = new RatePair("a", 0.10, 10_000, 0.06, 10_000);
    RatePair alike = new RatePair("b", 0.10, 30_000, 0.10, 30_000);
    RatePair small = new RatePair("c", 0.10, 49, 0.90, 10_000);
    // Chance: a, 0.08 × 0.92 × 2/10,000 = 1.472e-5; b, 0.09 × 2/30,000 = 6e-6.
    // (10,000 × (0.0016 − 1.472e-5) + 30,000 × −6e-6) / 40,000 = 3.9182e-4
    Worst worst = Distances.rates(List.of(apart, alike, small));
    assertThat(worst.distance()).isEqualTo(Math.sqrt(3.9182e-4), within(1e-12));
    assertThat(worst.detail()).isEqualTo("a: 6.00 %, not 10.00 %");
    assertThat(Distances.rates(List.of(alike)).distance()).isZero();
  }

  @Test
  void correlationsCountOnlyBeyondChance() {
    // 0.05² − 1/1000 − 1/1000 = 0.0005
    assertThat(Distances.correlation(0.15, 1000, 0.20, 1000).distance())
        .isEqualTo(Math.sqrt(0.0005), within(1e-12));
    assertThat(Distances.correlation(0.15, 1000, 0.17, 1000).distance()).isZero();
  }
}
