package org.creditscoring.pipeline.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ValueSketchTest {
  private static final byte ACCEPTED_REPAID = Group.code("ACCEPTED", (byte) 0);
  private static final byte REFUSED_UNKNOWN = Group.code("REFUSED", (byte) -1);

  @Test
  void fewValuesAreEachACell() {
    ValueSketch sketch = new ValueSketch();
    sketch.add(3, ACCEPTED_REPAID);
    sketch.add(-2.5f, REFUSED_UNKNOWN);
    sketch.add(3, REFUSED_UNKNOWN);
    sketch.add(-0.0f, ACCEPTED_REPAID);
    sketch.add(0.0f, ACCEPTED_REPAID);

    SortedValues sorted = sketch.sorted();

    assertThat(sorted.lower()).containsExactly(-2.5f, 0, 3);
    assertThat(sorted.upper()).containsExactly(-2.5f, 0, 3);
    assertThat(sorted.accepted()).containsExactly(0, 2, 1);
    assertThat(sorted.refused()).containsExactly(1, 0, 1);
    assertThat(sorted.past()).containsExactly(0, 2, 1);
    assertThat(sorted.whole()).isFalse();
    assertThat(sorted.known()).isEqualTo(5);
  }

  /** Type 7 of Hyndman and Fan: at share p the place p (n − 1), between its neighbours. */
  @Test
  void quantilesInterpolate() {
    SortedValues sorted = sketch(1, 2, 4, 8, 16).sorted();

    assertThat(sorted.quantile(0.01)).isCloseTo(1.04, within(1e-12));
    assertThat(sorted.quantile(0.5)).isEqualTo(4);
    assertThat(sorted.quantile(0.95)).isCloseTo(14.4, within(1e-12));
    assertThat(sorted.quantiles()).hasSize(7).endsWith(15.68);
    assertThat(sorted.whole()).isTrue();
    assertThat(new ValueSketch().sorted().quantiles()).hasSize(7).containsOnly(Double.NaN);
  }

  /** Past clients have 1, 1, 7, 7, 7 and 100 others have 9. */
  @Test
  void theTypicalIsThatOfPastClients() {
    ValueSketch sketch = sketch(7, 1, 7, 1, 7);
    for (int i = 0; i < 100; i++) {
      sketch.add(9, REFUSED_UNKNOWN);
    }

    assertThat(sketch.sorted().pastMedian()).isEqualTo(7);
    assertThat(sketch.sorted().pastMode()).isEqualTo(7);
    ValueSketch nobody = new ValueSketch();
    nobody.add(9, REFUSED_UNKNOWN);
    assertThat(nobody.sorted().pastMedian()).isNaN();
    assertThat(nobody.sorted().pastMode()).isNaN();
  }

  @Test
  void ofSeveralMostFrequentTheLeastIsTypical() {
    assertThat(sketch(2, 0, 0, 2, 1).sorted().pastMode()).isZero();
  }

  /** 60,000 values over six decades of both signs, against the sorted values themselves. */
  @Test
  void manyValuesShareNarrowCells() {
    float[] values = manyValues(new Random(1));
    SortedValues sorted = sketch(values).sorted();
    float[] rising = values.clone();
    Arrays.sort(rising);

    assertThat(sorted.cells()).isBetween(ValueSketch.MOST / 2, ValueSketch.MOST);
    assertThat(sorted.known()).isEqualTo(values.length);
    assertThat(sorted.least()).isEqualTo(rising[0]);
    assertThat(sorted.greatest()).isEqualTo(rising[rising.length - 1]);
    for (double share : new double[] {0, 0.001, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1}) {
      double exact = rising[(int) Math.round(share * (rising.length - 1))];
      assertThat(sorted.quantile(share)).isCloseTo(exact, within(1e-4 + 0.02 * Math.abs(exact)));
    }
    int from = 0;
    for (int cell = 0; cell < sorted.cells(); cell++) {
      int to = from + sorted.all(cell);
      assertThat(rising[from]).isGreaterThanOrEqualTo(sorted.lower()[cell]);
      assertThat(rising[to - 1]).isLessThanOrEqualTo(sorted.upper()[cell]);
      from = to;
    }
  }

  /** However the clients are spread over partitions, and in whatever order these are added. */
  @Test
  void mergesToTheSameInAnyOrder() {
    Random random = new Random(2);
    float[] values = manyValues(random);
    SortedValues whole = sketch(values).sorted();
    for (int trial = 0; trial < 5; trial++) {
      List<ValueSketch> parts = new ArrayList<>();
      int count = 1 + random.nextInt(9);
      for (int i = 0; i < count; i++) {
        parts.add(new ValueSketch());
      }
      // Some are much smaller than others, so that their grids differ.
      for (float value : values) {
        parts
            .get(Math.min(count - 1, (int) (-Math.log(random.nextDouble()) * 2)))
            .add(value, ACCEPTED_REPAID);
      }
      while (parts.size() > 1) {
        Collections.shuffle(parts, random);
        parts.get(0).add(parts.remove(parts.size() - 1));
      }
      assertThat(parts.get(0).sorted()).usingRecursiveComparison().isEqualTo(whole);
    }
  }

  @Test
  void theFinestGridIsTakenThatSuffices() {
    ValueSketch sketch = new ValueSketch();
    for (int i = 0; i < ValueSketch.MOST; i++) {
      sketch.add(i, ACCEPTED_REPAID);
    }
    assertThat(sketch.sorted().upper()).isEqualTo(sketch.sorted().lower());
    sketch.add(ValueSketch.MOST, ACCEPTED_REPAID);
    // Floats of 12 bits before the point are whole numbers only where 11 bits are left of 23.
    assertThat(sketch.sorted().cells()).isLessThanOrEqualTo(ValueSketch.MOST);
    assertThat(sketch.sorted().all(0)).isOne();
    assertThat(sketch.sorted().all(sketch.sorted().cells() - 2)).isEqualTo(2);
  }

  private static float[] manyValues(Random random) {
    float[] values = new float[60_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(7) - 3));
    }
    return values;
  }

  private static ValueSketch sketch(float... values) {
    ValueSketch sketch = new ValueSketch();
    for (float value : values) {
      sketch.add(value, ACCEPTED_REPAID);
    }
    return sketch;
  }
}
