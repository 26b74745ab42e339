package org.creditscoring.pipeline.sums;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactSumsTest {
  /** In doubles 1e30 + 1 − 1e30 is 0, and 0.1 ten times is not 1. */
  @Test
  void nothingIsRoundedOnTheWay() {
    ExactSums sums = new ExactSums(3);
    for (double addend : new double[] {1e30, 1, -1e30, 0x1p-149, -0x1p-298, 0x1p-298}) {
      sums.add(1, addend);
    }
    for (int i = 0; i < 10; i++) {
      sums.add(2, 0.1);
    }

    assertThat(sums.value(1)).isEqualTo(1);
    assertThat(sums.value(2)).isEqualTo(1);
    assertThat(sums.value(0)).isZero();
  }

  /** Java's own BigDecimal adds exactly too. */
  @Test
  void sumsAreThoseOfBigDecimalInAnyOrder() {
    Random random = new Random(7);
    List<Double> addends = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      float size = (float) Math.scalb(random.nextDouble() - 0.5, random.nextInt(250) - 126);
      addends.add(i % 2 == 0 ? size : (double) size * (float) random.nextGaussian());
    }
    BigDecimal expected = addends.stream().map(BigDecimal::new).reduce(BigDecimal::add).get();

    for (int order = 0; order < 5; order++) {
      ExactSums one = new ExactSums(1);
      ExactSums other = new ExactSums(1);
      for (double addend : addends) {
        (random.nextBoolean() ? one : other).add(0, addend);
      }
      one.add(other);
      assertThat(one.value(0)).isEqualTo(expected.doubleValue());
      Collections.shuffle(addends, random);
    }
  }

  /**
   * Deviations −1.5, −0.5, 0.5, 1.5 from the mean: √(5 / 4), also where the squares agree in 11 of
   * their 16 digits.
   */
  @Test
  void theDeviationDoesNotCancel() {
    for (double offset : new double[] {0, 0x1p20}) {
      ExactSums sums = new ExactSums(3);
      for (int i = 1; i <= 4; i++) {
        sums.add(i % 2, offset + i);
        sums.add(2, (offset + i) * (offset + i));
      }
      assertThat(sums.deviation(0, 1, 2, 4)).isCloseTo(Math.sqrt(1.25), within(1e-15));
    }
    assertThat(new ExactSums(3).deviation(0, 1, 2, 0)).isNaN();
  }

  @Test
  void aMeanOfNobodyIsNaN() {
    ExactSums sums = new ExactSums(2);
    sums.add(0, 3);
    sums.add(1, 4);

    assertThat(sums.mean(0, 1, 2)).isEqualTo(3.5);
    assertThat(sums.mean(0, 0)).isNaN();
    assertThat(sums.mean(0, 1, 0)).isNaN();
  }

  @Test
  void whatIsNoNumberIsRefused() {
    for (double wrong : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -0x1p160}) {
      assertThatThrownBy(() -> new ExactSums(1).add(0, wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("no sum holds " + wrong);
    }
  }
}
