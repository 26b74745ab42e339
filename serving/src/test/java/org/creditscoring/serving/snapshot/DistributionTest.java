package org.creditscoring.serving.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributionTest {
  private static final Bin.Contribution NONE = Bin.Contribution.UNKNOWN;
  private static final Distribution RANGES =
      new Distribution(List.of(range(0, 10, 2), range(10, 20, 4), range(20, 30, 2), missing(8)));
  private static final Distribution CATEGORIES =
      new Distribution(List.of(category(0, 5), category(2, 3), missing(1)));

  /** Of the 8 clients in whom it is known: 2, 4 and 2. */
  @ParameterizedTest
  @CsvSource({
    "-5, 0, 12.5",
    "0, 0, 12.5",
    "9.99, 0, 12.5",
    "10, 1, 50",
    "19.9, 1, 50",
    "20, 2, 87.5",
    "30, 2, 87.5",
    "1000, 2, 87.5",
    "NaN, 3, NaN"
  })
  void putsANumberIntoItsRange(float value, int bin, Double percentile) {
    assertThat(RANGES.binOf(value)).isEqualTo(bin);
    assertThat(RANGES.percentile(value)).isEqualTo(percentile);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "2, 1", "1, 2", "NaN, 2"})
  void putsACategoryIntoItsBin(float value, int bin) {
    assertThat(CATEGORIES.binOf(value)).isEqualTo(bin);
    assertThat(CATEGORIES.percentile(value)).isNaN();
  }

  /** Accepted 3 and 1, refused 0 and 4, so 3 and 5 of all: the second range begins after 3 of 8. */
  @Test
  void aValueStandsInEachGroup() {
    Distribution distribution =
        new Distribution(
            List.of(
                new Bin(BinKind.RANGE, 0, 1, -1, new Bin.Counts(3, 3, 0, 3, 0, 0), NONE),
                new Bin(BinKind.RANGE, 1, 2, -1, new Bin.Counts(5, 1, 4, 5, 0, 0), NONE),
                missing(2)));

    assertThat(distribution.percentiles(1.5f))
        .isEqualTo(new Distribution.Percentiles(68.75, 87.5, 50));
    assertThat(RANGES.percentiles(5).refused()).isNaN();
    assertThat(distribution.percentiles(Float.NaN).accepted()).isNaN();
  }

  @Test
  void countsEveryClient() {
    assertThat(RANGES.total()).isEqualTo(16);
  }

  @Test
  void refusesCountsThatDoNotAddUp() {
    assertThatThrownBy(() -> new Bin.Counts(3, 1, 1, 1, 1, 1))
        .hasMessage("a bin counts 3 clients, 2 by decision and 3 by outcome");
    assertThatThrownBy(() -> new Bin.Counts(3, 1, 2, 1, 1, 0))
        .hasMessage("a bin counts 3 clients, 3 by decision and 2 by outcome");
  }

  @Test
  void refusesAMissingBinThatIsNotLast() {
    assertThatThrownBy(() -> new Distribution(List.of(missing(1), range(0, 1, 1))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Distribution(List.of(range(0, 1, 1))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Bin range(double lower, double upper, int all) {
    return new Bin(BinKind.RANGE, lower, upper, -1, counts(all), NONE);
  }

  private static Bin category(int index, int all) {
    return new Bin(BinKind.CATEGORY, Double.NaN, Double.NaN, index, counts(all), NONE);
  }

  private static Bin missing(int all) {
    return new Bin(BinKind.MISSING, Double.NaN, Double.NaN, -1, counts(all), NONE);
  }

  private static Bin.Counts counts(int all) {
    return new Bin.Counts(all, all, 0, 0, 0, all);
  }
}
