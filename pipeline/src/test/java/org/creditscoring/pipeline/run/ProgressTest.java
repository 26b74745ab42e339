package org.creditscoring.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgressTest {
  @Test
  void tellsShareRowsRateAndWhatIsLeft() {
    Flow flow = new Flow(3_000, 250, 100, 900, 0);

    assertThat(line(Stages.Measure.BYTES_READ, 1_000, flow))
        .hasValue("25 %: 3,000 rows, 300 rows/s, about 30 s left");
    assertThat(line(Stages.Measure.ROWS_READ, 4_000, flow))
        .hasValue("75 %: 3,000 rows, 300 rows/s, about 3 s left");
    assertThat(line(Stages.Measure.ROWS_WRITTEN, 100, flow)).hasValue("100 %: 100 rows, 10 rows/s");
  }

  @Test
  void guessesNothingFromNextToNothing() {
    assertThat(line(Stages.Measure.ROWS_READ, 1_000, new Flow(10, 0, 0, 0, 0)))
        .hasValue("1 %: 10 rows, 1 rows/s");
    assertThat(line(Stages.Measure.ROWS_READ, 1_000, Flow.NONE)).isEmpty();
    assertThat(line(Stages.Measure.ROWS_READ, 0, new Flow(10, 0, 0, 0, 0))).isEmpty();
  }

  private static java.util.Optional<String> line(Stages.Measure measure, long amount, Flow flow) {
    return Progress.line(new Stages.Expected(measure, amount), flow, 10);
  }
}
