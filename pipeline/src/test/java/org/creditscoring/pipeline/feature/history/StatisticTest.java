package org.creditscoring.pipeline.feature.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticTest {
  private static final int ALL = 0;
  private static final int SOME = 1;
  private static final int NONE = 2;
  private static final int UNKNOWN_ONLY = 3;

  /** Four rows: 30, 20, 10 and 20 days ago; the last has no value. */
  private final ClientRows rows = new ClientRows();

  StatisticTest() {
    row(30, 5, true);
    row(20, -2, true);
    row(10, 7, false);
    row(20, Double.NaN, true);
  }

  private void row(double ago, double value, boolean some) {
    boolean[] conditions = {true, some, false, Double.isNaN(value)};
    rows.add(new HistoryRow(1, conditions, new double[] {ago, value}));
  }

  @ParameterizedTest
  @CsvSource({
    "TOTAL,10,3",
    "MEAN,3.3333333333333335,1.5",
    "HIGHEST,7,5",
    "LOWEST,-2,-2",
    "LATEST,7,-2",
  })
  void isTakenOverTheRowsThatMeetTheConditionAndHaveTheValue(
      Statistic statistic, double all, double some) {
    assertThat(statistic.of(rows, 1, ALL)).isEqualTo(all);
    assertThat(statistic.of(rows, 1, SOME)).isEqualTo(some);
  }

  @ParameterizedTest
  @CsvSource({"TOTAL,0", "MEAN,NaN", "HIGHEST,NaN", "LOWEST,NaN", "LATEST,NaN"})
  void withoutAnyRowOnlyATotalIsKnown(Statistic statistic, Double nothing) {
    assertThat(statistic.of(rows, 1, NONE)).isEqualTo(nothing);
    assertThat(statistic.of(rows, 1, UNKNOWN_ONLY)).isNaN();
  }

  @Test
  void ofSeveralLatestTheGreatestCounts() {
    row(10, 9, false);
    row(10, 8, false);

    assertThat(Statistic.LATEST.of(rows, 1, ALL)).isEqualTo(9);
  }

  @Test
  void aggregatesAreAddedUpFromThem() {
    Computed all = new Computed.Count(ALL);
    Computed some = new Computed.Count(SOME);
    Computed both = new Computed.CountOfBoth(SOME, UNKNOWN_ONLY);
    Computed none = new Computed.Count(NONE);

    assertThat(new Computed.Ratio(some, all).of(rows)).isEqualTo(0.75);
    assertThat(new Computed.Ratio(both, some).of(rows)).isEqualTo(1 / 3.0);
    assertThat(new Computed.Ratio(some, none).of(rows)).isNaN();
    assertThat(new Computed.Difference(all, new Computed.Constant(1)).of(rows)).isEqualTo(3);
  }
}
