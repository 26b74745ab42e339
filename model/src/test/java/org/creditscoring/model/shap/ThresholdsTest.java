package org.creditscoring.model.shap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.creditscoring.model.tree.Tree;
import org.junit.jupiter.api.Test;

class ThresholdsTest {
  private static final float INFINITY = Float.POSITIVE_INFINITY;

  @Test
  void ranksAValueByTheThresholdsAtOrBelowIt() {
    Thresholds thresholds = thresholds(2f, -1f, 0.5f, 2f);

    assertThat(ranks(thresholds, -9f, -1f, 0f, 0.5f, 1.9999999f, 2f, 3e38f))
        .containsExactly(0, 1, 1, 2, 2, 3, 3);
    assertThat(thresholds.rankOf(0, -1f)).isEqualTo(1);
    assertThat(thresholds.rankOf(0, 0.5f)).isEqualTo(2);
    assertThat(thresholds.rankOf(0, 2f)).isEqualTo(3);
  }

  @Test
  void takesBothZerosForOne() {
    Thresholds thresholds = thresholds(-0.0f, 0.0f, Float.MIN_VALUE);

    assertThat(ranks(thresholds, -Float.MIN_VALUE, -0.0f, 0.0f, Float.MIN_VALUE))
        .containsExactly(0, 1, 1, 2);
    assertThat(thresholds.rankOf(0, -0.0f)).isEqualTo(1);
    assertThat(thresholds.rankOf(0, 0.0f)).isEqualTo(1);
  }

  @Test
  void ranksInfinitiesAtTheEnds() {
    Thresholds thresholds = thresholds(-INFINITY, 0f, INFINITY, 7f);

    assertThat(thresholds.rankOf(0, INFINITY)).isEqualTo(4);
    assertThat(ranks(thresholds, -INFINITY, -3e38f, 3e38f)).containsExactly(1, 1, 3);
    assertThat(ranks(thresholds, INFINITY)[0]).isGreaterThanOrEqualTo(4);
  }

  @Test
  void ranksAMissingValueBelowAllInOneColumnAndAboveAllInTheOther() {
    Thresholds thresholds = thresholds(1f, 2f, INFINITY, 4f);
    float[] column = {
      Float.NaN, Float.intBitsToFloat(0xffc12345), Float.intBitsToFloat(0x7f800001), 1f
    };
    int[] low = new int[4];
    int[] high = new int[4];

    thresholds.rank(0, column, 4, low, high);

    assertThat(low).containsExactly(-1, -1, -1, 1);
    assertThat(high[3]).isEqualTo(1);
    assertThat(List.of(high[0], high[1], high[2])).allMatch(rank -> rank >= 4);
  }

  @Test
  void knowsWhichFeaturesAreCompared() {
    Thresholds thresholds = Thresholds.of(List.of(Stumps.stump(1, 0f)), 3);

    assertThat(List.of(thresholds.uses(0), thresholds.uses(1), thresholds.uses(2)))
        .containsExactly(false, true, false);
  }

  private static Thresholds thresholds(float... values) {
    List<Tree> stumps = new ArrayList<>();
    for (float value : values) {
      stumps.add(Stumps.stump(0, value));
    }
    return Thresholds.of(stumps, 1);
  }

  private static int[] ranks(Thresholds thresholds, float... column) {
    int[] low = new int[column.length];
    int[] high = new int[column.length];
    thresholds.rank(0, column, column.length, low, high);
    assertThat(low).as("columns differ only where a value is missing").isEqualTo(high);
    return high;
  }
}
