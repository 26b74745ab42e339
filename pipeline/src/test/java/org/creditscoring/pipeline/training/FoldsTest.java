package org.creditscoring.pipeline.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldsTest {
  /** Computed apart, in Python, from the published SplitMix64: mix(0) = 0xE220A8397B1DCDAF. */
  @Test
  void aFoldIsAHashOfSaltAndId() {
    Folds one = new Folds(5, 1);
    Folds two = new Folds(5, 2);

    assertThat(IntStream.rangeClosed(100_001, 100_006).map(one::of))
        .containsExactly(3, 1, 1, 4, 2, 0);
    assertThat(IntStream.rangeClosed(100_001, 100_006).map(two::of))
        .containsExactly(2, 2, 4, 4, 3, 3);
  }

  @Test
  void foldsAreOfNearlyEqualSize() {
    Folds folds = new Folds(5, 1);

    assertThat(IntStream.rangeClosed(100_001, 110_000).filter(id -> folds.of(id) == 0))
        .hasSize(1965);
  }

  @Test
  void aClientOfNoFoldIsScoredByTheMean() {
    FoldOf folds = FoldOf.of(new int[] {3, 7}, new byte[] {1, 0});

    assertThat(folds.of(3)).isEqualTo(1);
    assertThat(folds.of(7)).isZero();
    assertThat(folds.of(5)).isEqualTo(-1);
  }

  @Test
  void idsMustRise() {
    assertThatThrownBy(() -> FoldOf.of(new int[] {7, 7}, new byte[] {1, 0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("id 7 follows 7");
  }
}
