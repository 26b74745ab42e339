package org.creditscoring.pipeline.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Worked out by hand: (q − p) ln (q / p) for each bin. */
class PsiTest {
  /** Shares 0.5 and 0.5 against 0.25 and 0.75: 0.25 ln 2 + 0.25 ln 1.5. */
  @Test
  void ofTwoBins() {
    Psi psi = Psi.ofRanges(new long[] {50, 50, 0}, new long[] {100, 300, 0});

    assertThat(psi.value()).isCloseTo(0.274653, within(1e-6));
    assertThat(psi).isEqualTo(Psi.ofCodes(new long[] {50, 50, 0}, new long[] {100, 300, 0}));
  }

  @Test
  void whatIsTheSameHasNone() {
    long[] counts = {40, 0, 50, 3, 7};

    assertThat(Psi.ofRanges(counts, counts).value()).isZero();
    assertThat(Psi.ofCodes(counts, new long[] {80, 0, 100, 6, 14}).value()).isZero();
  }

  /** Missing in none of 100, then in 10 of 100: −0.1 ln 0.9 + (0.1 − 0.0001) ln 1000. */
  @Test
  void anEmptyBinCountsAsOneInTenThousand() {
    assertThat(Psi.ofRanges(new long[] {100, 0}, new long[] {90, 10}).value())
        .isCloseTo(0.700621, within(1e-6));
  }

  /**
   * The first three hold 4, 3 and 93 %: seven per cent and the rest, (0.5 − 0.07) ln (0.5 / 0.07) +
   * …
   */
  @Test
  void smallNeighboursCountAsOneButNotWithALargeOne() {
    long[] reference = {4, 3, 93, 0};

    double expected = 0.43 * Math.log(0.5 / 0.07) - 0.43 * Math.log(0.5 / 0.93);

    assertThat(Psi.ofRanges(reference, new long[] {0, 50, 50, 0}).value())
        .isCloseTo(expected, within(1e-12));
    assertThat(Psi.ofRanges(reference, new long[] {50, 0, 50, 0}).value())
        .isCloseTo(expected, within(1e-12));
    assertThat(Psi.ofRanges(new long[] {97, 2, 1, 0}, new long[] {3, 0, 97, 0}).value())
        .isCloseTo(2 * 0.94 * Math.log(0.97 / 0.03), within(1e-12));
  }

  /** Categories of 1 and 2 % are one of 3 %, wherever they stand. */
  @Test
  void rareCategoriesCountAsOne() {
    assertThat(Psi.ofCodes(new long[] {1, 97, 2, 0}, new long[] {0, 70, 30, 0}).value())
        .isCloseTo(0.27 * Math.log(0.97 / 0.7) + 0.27 * Math.log(0.3 / 0.03), within(1e-12));
  }

  /** χ² of one degree is below 23.928127 but once in a million; times 1/100 + 1/400. */
  @Test
  void chanceIsAQuantileOfChiSquared() {
    assertThat(Psi.ofRanges(new long[] {50, 50, 0}, new long[] {200, 200, 0}).chance())
        .isCloseTo(23.928127 * 0.0125, within(1e-6));
    assertThat(Psi.ofRanges(new long[] {50, 0}, new long[] {60, 0}).chance()).isZero();
  }

  /** What is drawn twice from one population stays below it, and is about (bins − 1)(1/n + 1/m). */
  @Test
  void twoSamplesOfOnePopulationStayBelowChance() {
    Random random = new Random(1);
    double sum = 0;
    for (int trial = 0; trial < 500; trial++) {
      long[] first = new long[11];
      long[] second = new long[11];
      for (int i = 0; i < 2000; i++) {
        first[random.nextInt(10)]++;
      }
      for (int i = 0; i < 500; i++) {
        second[random.nextInt(10)]++;
      }
      Psi psi = Psi.ofRanges(first, second);
      assertThat(psi.value()).isLessThan(psi.chance());
      sum += psi.value();
    }
    assertThat(sum / 500).isCloseTo(9 * (1 / 2000.0 + 1 / 500.0), within(0.002));
  }
}
