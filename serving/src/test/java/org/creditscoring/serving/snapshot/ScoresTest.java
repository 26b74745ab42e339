package org.creditscoring.serving.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoresTest {
  private static final int SEED = 7;

  @Test
  void aRowIsFoundWhateverTheGapsBetweenIds() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int largestGap : new int[] {1, 2, 50, 1_000_000}) {
      int[] ids = new int[500];
      for (int i = 0; i < ids.length; i++) {
        ids[i] = (i == 0 ? 100_000 : ids[i - 1]) + 1 + random.nextInt(largestGap);
      }
      Scores scores = of(ids);
      for (int row = 0; row < ids.length; row++) {
        assertThat(scores.row(ids[row])).isEqualTo(row);
      }
      for (int i = 0; i < 10_000; i++) {
        int id = ids[0] - 100 + random.nextInt(ids[ids.length - 1] - ids[0] + 200);
        assertThat(scores.row(id) >= 0).isEqualTo(Arrays.binarySearch(ids, id) >= 0);
      }
    }
  }

  @Test
  void idsAtTheEndsOfTheirRangeAreNoTrouble() {
    Scores scores = of(0, 7, Integer.MAX_VALUE);

    assertThat(IntStream.of(0, 7, Integer.MAX_VALUE).map(scores::row)).containsExactly(0, 1, 2);
    assertThat(IntStream.of(-1, 1, Integer.MIN_VALUE).map(scores::row)).allMatch(row -> row < 0);
    assertThat(of().row(1)).isNegative();
  }

  private static Scores of(int... ids) {
    Scores scores = new Scores(ids.length);
    System.arraycopy(ids, 0, scores.ids, 0, ids.length);
    return scores;
  }
}
