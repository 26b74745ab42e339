package org.creditscoring.pipeline.feature.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.creditscoring.data.HomeCredit.BUREAU;
import static org.creditscoring.data.HomeCredit.BUREAU_BALANCE;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BureauHistoryTest {
  private static Map<String, Float> client;
  private static Map<String, Float> other;

  @BeforeAll
  static void aggregate() {
    RawRows credits =
        RawRows.of(BUREAU)
            // 1,461 days are 48 months; it ends a year from now and owes half of what it lent.
            .row(
                "SK_ID_CURR",
                1,
                "SK_ID_BUREAU",
                10,
                "CREDIT_ACTIVE",
                "Active",
                "CREDIT_TYPE",
                "Consumer credit",
                "DAYS_CREDIT",
                -1461,
                "DAYS_CREDIT_ENDDATE",
                365.25,
                "DAYS_CREDIT_UPDATE",
                -487,
                "AMT_CREDIT_SUM",
                10000,
                "AMT_CREDIT_SUM_DEBT",
                5000,
                "AMT_CREDIT_MAX_OVERDUE",
                100,
                "AMT_ANNUITY",
                1200)
            // A card of 4 months with too much paid back: its debt counts as none.
            .row(
                "SK_ID_CURR",
                1,
                "SK_ID_BUREAU",
                11,
                "CREDIT_ACTIVE",
                "Active",
                "CREDIT_TYPE",
                "Credit card",
                "DAYS_CREDIT",
                -121.75,
                "DAYS_CREDIT_ENDDATE",
                31000,
                "DAYS_CREDIT_UPDATE",
                0,
                "AMT_CREDIT_SUM",
                30000,
                "AMT_CREDIT_SUM_DEBT",
                -700,
                "AMT_CREDIT_SUM_LIMIT",
                30000)
            // Closed 20 days before its planned end.
            .row(
                "SK_ID_CURR",
                1,
                "SK_ID_BUREAU",
                12,
                "CREDIT_ACTIVE",
                "Closed",
                "CREDIT_TYPE",
                "Consumer credit",
                "DAYS_CREDIT",
                -1948,
                "DAYS_CREDIT_ENDDATE",
                -974,
                "DAYS_ENDDATE_FACT",
                -1035,
                "DAYS_CREDIT_UPDATE",
                -974,
                "AMT_CREDIT_SUM",
                20000,
                "AMT_CREDIT_SUM_DEBT",
                0,
                "CNT_CREDIT_PROLONG",
                2)
            // Written after the application: it must not be seen at all.
            .row(
                "SK_ID_CURR",
                1,
                "SK_ID_BUREAU",
                13,
                "CREDIT_ACTIVE",
                "Active",
                "DAYS_CREDIT",
                -30,
                "DAYS_CREDIT_UPDATE",
                5,
                "AMT_CREDIT_SUM",
                9e6,
                "AMT_CREDIT_SUM_DEBT",
                9e6)
            .row(
                "SK_ID_CURR",
                2,
                "SK_ID_BUREAU",
                20,
                "CREDIT_ACTIVE",
                "Closed",
                "DAYS_CREDIT",
                -100,
                "DAYS_CREDIT_UPDATE",
                -50,
                "AMT_CREDIT_SUM",
                0);
    RawRows months =
        RawRows.of(BUREAU_BALANCE)
            .row("SK_ID_BUREAU", 10, "MONTHS_BALANCE", 0, "STATUS", "0")
            .row("SK_ID_BUREAU", 10, "MONTHS_BALANCE", -1, "STATUS", "2")
            .row("SK_ID_BUREAU", 10, "MONTHS_BALANCE", -13, "STATUS", "1")
            .row("SK_ID_BUREAU", 10, "MONTHS_BALANCE", -14, "STATUS", "X")
            .row("SK_ID_BUREAU", 10, "MONTHS_BALANCE", -30, "STATUS", "0")
            // A month after the application.
            .row("SK_ID_BUREAU", 10, "MONTHS_BALANCE", 1, "STATUS", "5")
            .row("SK_ID_BUREAU", 12, "MONTHS_BALANCE", -40, "STATUS", "0")
            .row("SK_ID_BUREAU", 12, "MONTHS_BALANCE", -39, "STATUS", "C")
            // An orphan: no credit of the bureau has this number.
            .row("SK_ID_BUREAU", 99, "MONTHS_BALANCE", -1, "STATUS", "5");
    Map<Integer, Map<String, Float>> values =
        HistorySpark.values(
            new BureauHistory(), HistorySpark.raw(Map.of(BUREAU, credits, BUREAU_BALANCE, months)));
    assertThat(values).containsOnlyKeys(1, 2);
    client = values.get(1);
    other = values.get(2);
  }

  @Test
  void countsCreditsByKindAndTime() {
    assertThat(client)
        .containsEntry("BUREAU_COUNT", 3f)
        .containsEntry("BUREAU_ACTIVE_COUNT", 2f)
        .containsEntry("BUREAU_LAST_12M_COUNT", 1f)
        .containsEntry("BUREAU_ACTIVE_CONSUMER_COUNT", 1f)
        .containsEntry("BUREAU_ACTIVE_SHARE", 2f / 3);
  }

  @Test
  void sumsDebtsWithoutNegativeOnes() {
    assertThat(client)
        .containsEntry("BUREAU_DEBT_TOTAL", 5000f)
        .containsEntry("BUREAU_CARD_DEBT_TOTAL", 0f)
        .containsEntry("BUREAU_ACTIVE_CREDIT_TOTAL", 40000f)
        .containsEntry("BUREAU_ACTIVE_DEBT_TO_CREDIT", 0.125f)
        .containsEntry("BUREAU_ACTIVE_DEBT_SHARE_HIGHEST", 0.5f);
  }

  @Test
  void measuresTheRecord() {
    assertThat(client.get("BUREAU_SINCE_LAST")).isCloseTo(4f, within(1e-5f));
    assertThat(client.get("BUREAU_CONSUMER_SINCE_LAST")).isCloseTo(48f, within(1e-5f));
    // From 64 months ago to 4 months ago in two steps.
    assertThat(client.get("BUREAU_MONTHS_BETWEEN")).isCloseTo(30f, within(1e-4f));
    // The card's end in 85 years stands for none.
    assertThat(client.get("BUREAU_ACTIVE_YEARS_LEFT_HIGHEST")).isCloseTo(1f, within(1e-5f));
    // 61 days before the planned end.
    assertThat(client.get("BUREAU_CLOSED_CLOSED_EARLY_MEAN"))
        .isCloseTo((float) (61 / (365.25 / 12)), within(1e-5f));
    // Reports of 16, 0 and 32 months ago.
    assertThat(client.get("BUREAU_SINCE_REPORT_MEAN")).isCloseTo(16f, within(1e-5f));
  }

  @Test
  void followsTheMonthsOfEachCredit() {
    assertThat(client)
        .containsEntry("BUREAU_OVERDUE_ONCE_SHARE", 1f / 3)
        .containsEntry("BUREAU_MAX_OVERDUE_HIGHEST", 100f)
        .containsEntry("BUREAU_EXTENSIONS_TOTAL", 2f)
        // Credit 10: two late months of four known; credit 12: none of one.
        .containsEntry("BUREAU_WITH_MONTHS_LATE_ONCE_SHARE", 0.5f)
        .containsEntry("BUREAU_WITH_MONTHS_LATE_MONTHS_SHARE_MEAN", 0.25f)
        .containsEntry("BUREAU_WITH_MONTHS_MONTHS_LATE_12M_TOTAL", 1f)
        .containsEntry("BUREAU_WITH_MONTHS_WORST_DELAY_HIGHEST", 2f)
        .containsEntry("BUREAU_WITH_MONTHS_SINCE_LATE_LOWEST", 1f);
  }

  @Test
  void whatIsNotThereIsMissingAndNotZero() {
    assertThat(other)
        .containsEntry("BUREAU_ACTIVE_COUNT", 0f)
        .containsEntry("BUREAU_ACTIVE_CREDIT_TOTAL", 0f)
        .containsEntry("BUREAU_DEBT_TO_CREDIT", Float.NaN)
        .containsEntry("BUREAU_DEBT_TOTAL", Float.NaN)
        .containsEntry("BUREAU_ACTIVE_YEARS_LEFT_HIGHEST", Float.NaN)
        .containsEntry("BUREAU_WITH_MONTHS_WORST_DELAY_HIGHEST", Float.NaN);
  }

  /** The latest month that this table writes is 0, so twelve months are 0 to −11. */
  @Test
  void theLastYearIsTwelveMonths() {
    RawRows credit = RawRows.of(BUREAU).row("SK_ID_CURR", 1, "SK_ID_BUREAU", 10);
    RawRows months =
        RawRows.of(BUREAU_BALANCE)
            .row("SK_ID_BUREAU", 10, "MONTHS_BALANCE", -11, "STATUS", "1")
            .row("SK_ID_BUREAU", 10, "MONTHS_BALANCE", -12, "STATUS", "1");

    assertThat(
            HistorySpark.values(
                    new BureauHistory(),
                    HistorySpark.raw(Map.of(BUREAU, credit, BUREAU_BALANCE, months)))
                .get(1))
        .containsEntry("BUREAU_WITH_MONTHS_MONTHS_LATE_12M_TOTAL", 1f);
  }
}
