package org.creditscoring.pipeline.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.creditscoring.model.decision.Logistic;
import org.creditscoring.model.json.Json;
import org.junit.jupiter.api.Test;

class ShiftTest {
  private static final long[] NOBODY = {0, 0, 0};

  private static Counted number(String name, long[] past, long[] current, double mean) {
    return new Counted(name, new double[] {100}, List.of(), past, current, mean, mean);
  }

  @Test
  void saysWhatHasChanged() {
    Shift shift =
        Shift.between(
                number("INCOME", new long[] {600, 400, 0}, NOBODY, 1_234.5),
                number("INCOME", new long[] {300, 200, 500}, NOBODY, 98.7654),
                ClientKind.PAST,
                500)
            .orElseThrow();

    assertThat(shift.told())
        .isEqualTo("missing in 0.0 % before, 50.0 %; mean 1,235 before, 98.77 now");
    assertThat(shift.missing().distance()).isEqualTo(0.5);
    // Halves of 0.6 and 0.4, and 0.5 where there was nothing.
    assertThat(shift.psi().value())
        .isCloseTo(0.5 * Math.log(2) + 0.4999 * Math.log(5000), within(1e-9));
  }

  @Test
  void namesTheCategoryThatMovedMost() {
    Counted before =
        new Counted(
            "JOB",
            new double[0],
            List.of("a", "b", "c"),
            new long[] {500, 300, 200, 0},
            new long[4],
            Double.NaN,
            Double.NaN);
    Counted now =
        new Counted(
            "JOB",
            new double[0],
            List.of("a", "b", "c"),
            new long[] {480, 100, 420, 0},
            new long[4],
            Double.NaN,
            Double.NaN);

    assertThat(Shift.between(before, now, ClientKind.PAST, 1).orElseThrow().told())
        .isEqualTo("'c' 20.0 % before, 42.0 % now");
  }

  /** Five standard errors: √(0.1 · 0.9 · (1/1000 + 1/1000)) = 0.013416. */
  @Test
  void theShareOfTheMissingHasAChanceToo() {
    Shift shift =
        Shift.between(
                number("A", new long[] {500, 420, 80}, NOBODY, 1),
                number("A", new long[] {500, 380, 120}, NOBODY, 1),
                ClientKind.PAST,
                500)
            .orElseThrow();

    assertThat(shift.missing().distance()).isCloseTo(0.04, within(1e-12));
    assertThat(shift.missing().chance()).isCloseTo(0.067082, within(1e-6));
  }

  @Test
  void tooFewClientsSayNothing() {
    Counted many = number("A", new long[] {500, 0, 0}, new long[] {499, 0, 0}, 1);

    assertThat(Shift.between(many, many, ClientKind.PAST, 500)).isPresent();
    assertThat(Shift.between(many, many, ClientKind.CURRENT, 500)).isEmpty();
    assertThat(Shift.between(many, number("A", NOBODY, NOBODY, 1), ClientKind.PAST, 0)).isEmpty();
  }

  @Test
  void aNumberThatBecameACategoryIsNotCompared() {
    Counted category =
        new Counted("A", new double[0], List.of("x", "y"), new long[] {500, 0, 0}, NOBODY, 1, 1);

    assertThat(
            Shift.between(
                number("A", new long[] {500, 0, 0}, NOBODY, 1), category, ClientKind.PAST, 1))
        .isEmpty();
  }

  /** The cut-off 1/11 parts the step from 0.0905 to 0.0910, which is put together again. */
  @Test
  void scoresAreCountedInStepsThatNoCutOffParts() {
    Counted rows =
        ScoreCounts.ofRows(
            new double[] {0, 0.0905, 1 / 11.0, 0.091, 0.9995},
            new long[] {1, 2, 3, 4, 5},
            new long[] {0, 0, 1, 0, 0});
    Counted margins =
        ScoreCounts.ofMargins(
            new float[] {(float) Logistic.inverse(0.0907), (float) Logistic.inverse(0.0912), -50});

    assertThat(rows.past()[181]).isEqualTo(5);
    assertThat(rows.past()[182]).isEqualTo(4);
    assertThat(rows.past()[1999]).isEqualTo(5);
    assertThat(rows.current()[181]).isEqualTo(1);
    assertThat(rows.clients(ClientKind.PAST)).isEqualTo(15);
    assertThat(margins.past()[181]).isEqualTo(1);
    assertThat(margins.past()[182]).isEqualTo(1);
    assertThat(margins.past()[0]).isEqualTo(1);
    assertThat(rows.mean(ClientKind.CURRENT)).isCloseTo(0.09075, within(1e-9));
  }

  /** A category has no mean, which JSON can say. */
  @Test
  void aTrainingPopulationIsWhatItWasAfterJson() {
    TrainingPopulation population =
        new TrainingPopulation(
            List.of(
                new Counted(
                    "A",
                    new double[] {0.1},
                    List.of(),
                    new long[] {1, 2, 3},
                    NOBODY,
                    Double.NaN,
                    2.5)));

    Counted read =
        Json.read(Json.write(population), TrainingPopulation.class).of("A").orElseThrow();

    assertThat(read.edges()).containsExactly(0.1);
    assertThat(read.past()).containsExactly(1, 2, 3);
    assertThat(read.meanPast()).isNaN();
    assertThat(read.meanCurrent()).isEqualTo(2.5);
  }
}
