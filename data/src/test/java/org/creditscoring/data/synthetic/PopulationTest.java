package org.creditscoring.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PopulationTest {

  @Test
  void hasExactlyTheNumberAskedForAndMixesThem() {
    Population population = Population.of(1_000, 160, 3);
    long current =
        IntStream.range(0, 1_160).filter(i -> population.standing(i) == Standing.CURRENT).count();
    long early =
        IntStream.range(0, 580).filter(i -> population.standing(i) == Standing.CURRENT).count();
    assertThat(population.size()).isEqualTo(1_160);
    assertThat(current).isEqualTo(160);
    assertThat(early).isBetween(50L, 110L);
  }

  @Test
  void theFirstTwoClientsAreAsInThePublishedFiles() {
    Population population = Population.of(10, 2, 1);
    assertThat(population.id(0)).isEqualTo(100_001);
    assertThat(population.standing(0)).isEqualTo(Standing.CURRENT);
    assertThat(population.standing(1)).isEqualTo(Standing.PAST);
  }

  @Test
  void onlyPastClients() {
    Population population = Population.of(5, 0, 1);
    assertThat(IntStream.range(0, 5).mapToObj(population::standing)).containsOnly(Standing.PAST);
  }
}
