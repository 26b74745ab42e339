package org.creditscoring.pipeline.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EdgesTest {
  @Test
  void fewValuesGetABinEach() {
    double[] edges = edges(0, 0, 1, 2, 2, 5);

    assertThat(edges).containsExactly(0, 1, 2, 5, 5);
    assertThat(new int[] {bin(edges, 0), bin(edges, 1), bin(edges, 2), bin(edges, 5)})
        .containsExactly(0, 1, 2, 3);
  }

  @Test
  void zeroIsOneValueWhateverItsSign() {
    double[] edges = edges(-0.0f, 0, 1);

    assertThat(edges).containsExactly(0, 1, 1);
    assertThat(bin(edges, -0.0)).isZero();
  }

  @Test
  void oneValueIsOneBin() {
    double[] edges = edges(7, 7);

    assertThat(edges).containsExactly(7, 7);
    assertThat(bin(edges, 7)).isZero();
  }

  /** 1 to 1000 has 1 and 99 % quantiles 10.99 and 990.01; a 24th of that, rounded up, is 50. */
  @Test
  void manyWholeValuesGetRoundRangesAndOutliersShareTheEnds() {
    float[] values = new float[1000];
    for (int i = 0; i < values.length; i++) {
      values[i] = i + 1;
    }
    values[999] = 1_000_000;

    double[] edges = edges(values);

    assertThat(edges).hasSize(21).startsWith(0, 50, 100).endsWith(900, 950, 1_000_000);
    assertThat(bin(edges, 1)).isZero();
    assertThat(bin(edges, 50)).isEqualTo(1);
    assertThat(bin(edges, 1_000_000)).isEqualTo(19);
  }

  /** Between 0.01 and 0.99 of the unit interval a 24th is 0.041, rounded up to 0.05. */
  @Test
  void fractionsGetEdgesThatReadWell() {
    float[] values = new float[1001];
    for (int i = 0; i < values.length; i++) {
      values[i] = i / 1000f;
    }

    assertThat(edges(values)).hasSize(21).startsWith(0, 0.05, 0.1, 0.15).endsWith(0.95, 1);
  }

  /** Nearly all zero: the quantiles fall together, so the whole range is cut. */
  @Test
  void aSpikeStillHasBins() {
    float[] values = new float[10_000];
    for (int i = 0; i < 30; i++) {
      values[9_999 - i] = 30 - i;
    }

    assertThat(edges(values)).hasSize(16).startsWith(0, 2, 4).endsWith(28, 30);
  }

  private static double[] edges(float... values) {
    ValueSketch sketch = new ValueSketch();
    for (float value : values) {
      sketch.add(value, Group.code("ACCEPTED", (byte) 0));
    }
    return Edges.of(sketch.sorted());
  }

  private static int bin(double[] edges, double value) {
    return Edges.bin(edges, value);
  }
}
