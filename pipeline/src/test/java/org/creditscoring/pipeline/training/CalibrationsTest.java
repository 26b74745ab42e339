package org.creditscoring.pipeline.training;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.creditscoring.pipeline.run.BadDataException;
import org.junit.jupiter.api.Test;

class CalibrationsTest {
  @Test
  void scoresThatSeparateTheOutcomesAreRefused() {
    List<OutOfFold> margins =
        IntStream.range(0, 20)
            .mapToObj(i -> new OutOfFold(i, (byte) (i % 2), (byte) (i < 10 ? 0 : 1), i - 9.5))
            .toList();

    assertRefused(margins, "separate");
  }

  @Test
  void oneOutcomeInTheOtherFoldsIsRefused() {
    List<OutOfFold> margins =
        IntStream.range(0, 20)
            .mapToObj(i -> new OutOfFold(i, (byte) (i % 2), (byte) (i % 2), i % 7))
            .toList();

    assertRefused(margins, "a line needs rows of both outcomes");
  }

  private static void assertRefused(List<OutOfFold> margins, String reason) {
    assertThatThrownBy(() -> Calibrations.fit(margins, List.of(), 2, 0.1))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("training refused: the scores cannot be calibrated: ")
        .hasMessageContaining(reason)
        .hasMessageContaining("--models");
  }
}
