package org.creditscoring.pipeline.feature.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.creditscoring.data.HomeCredit.POS_CASH_BALANCE;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PosHistoryTest {
  private static Map<String, Float> client;

  @BeforeAll
  static void aggregate() {
    RawRows months =
        RawRows.of(POS_CASH_BALANCE)
            // Completed 20 months ago, its term cut from 12 to 2.
            .row(month(10, -22, 12, 11, "Active", 0))
            .row(month(10, -21, 12, 10, "Active", 8))
            .row(month(10, -20, 2, 0, "Completed", 0))
            // Running: 7 of 10 instalments left, late in the last month.
            .row(month(11, -3, 10, 9, "Active", 0))
            .row(month(11, -2, 10, 8, "Active", 0))
            .row(month(11, -1, 10, 7, "Active", 3))
            // After the application.
            .row(month(11, 1, 10, 5, "Active", 90));
    client =
        HistorySpark.values(new PosHistory(), HistorySpark.raw(Map.of(POS_CASH_BALANCE, months)))
            .get(1);
  }

  @Test
  void countsCreditsAndHowTheyEnded() {
    assertThat(client)
        .containsEntry("POS_COUNT", 2f)
        .containsEntry("POS_COMPLETED_SHARE", 0.5f)
        .containsEntry("POS_COMPLETED_SHORTENED_SHARE", 1f)
        .containsEntry("POS_COMPLETED_SINCE_LAST", 20f);
  }

  @Test
  void countsWhatIsLeftInTheLastKnownMonth() {
    assertThat(client)
        .containsEntry("POS_OPEN_LEFT_TOTAL", 7f)
        .containsEntry("POS_OPEN_LEFT_SHARE", 0.7f);
  }

  @Test
  void countsLateMonths() {
    assertThat(client)
        .containsEntry("POS_LATE_SHARE", 1f)
        .containsEntry("POS_LATE_MONTHS", 2f / 6)
        .containsEntry("POS_LATE_MONTHS_12M", 1f / 3)
        .containsEntry("POS_DAYS_LATE_HIGHEST", 8f)
        .containsEntry("POS_SINCE_LATE_LOWEST", 1f);
  }

  private static Object[] month(
      int credit, int month, int term, int left, String state, int daysLate) {
    return new Object[] {
      "SK_ID_CURR",
      1,
      "SK_ID_PREV",
      credit,
      "MONTHS_BALANCE",
      month,
      "CNT_INSTALMENT",
      term,
      "CNT_INSTALMENT_FUTURE",
      left,
      "NAME_CONTRACT_STATUS",
      state,
      "SK_DPD",
      daysLate
    };
  }

  /** The latest month that this table writes is −1, so twelve months are −1 to −12. */
  @Test
  void theLastYearIsTwelveMonths() {
    Map<String, Float> year =
        HistorySpark.values(
                new PosHistory(),
                HistorySpark.raw(
                    Map.of(
                        POS_CASH_BALANCE,
                        RawRows.of(POS_CASH_BALANCE)
                            .row(month(11, -13, 20, 19, "Active", 5))
                            .row(month(11, -12, 20, 18, "Active", 5))
                            .row(month(11, -11, 20, 17, "Active", 0))
                            .row(month(11, -1, 20, 16, "Active", 0)))))
            .get(1);

    assertThat(year).containsEntry("POS_LATE_MONTHS_12M", 1f / 3);
  }
}
