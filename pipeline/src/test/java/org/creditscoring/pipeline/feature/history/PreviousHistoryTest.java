package org.creditscoring.pipeline.feature.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.creditscoring.data.HomeCredit.PREVIOUS_APPLICATION;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PreviousHistoryTest {
  private static Map<String, Float> client;
  private static Map<String, Float> refusedOnly;

  @BeforeAll
  static void aggregate() {
    RawRows applications =
        RawRows.of(PREVIOUS_APPLICATION)
            // Granted 60 months ago, repaid two months ahead of its schedule.
            .row(
                "SK_ID_CURR",
                1,
                "NAME_CONTRACT_STATUS",
                "Approved",
                "NAME_CONTRACT_TYPE",
                "Consumer loans",
                "DAYS_DECISION",
                -1826.25,
                "AMT_APPLICATION",
                10000,
                "AMT_CREDIT",
                8000,
                "AMT_ANNUITY",
                880,
                "CNT_PAYMENT",
                10,
                "RATE_DOWN_PAYMENT",
                0.2,
                "DAYS_FIRST_DRAWING",
                365243,
                "DAYS_LAST_DUE_1ST_VERSION",
                -1461,
                "DAYS_LAST_DUE",
                -1521.875,
                "DAYS_TERMINATION",
                -1515)
            // Granted 6 months ago and still running for another 12.
            .row(
                "SK_ID_CURR",
                1,
                "NAME_CONTRACT_STATUS",
                "Approved",
                "NAME_CONTRACT_TYPE",
                "Cash loans",
                "DAYS_DECISION",
                -182.625,
                "AMT_APPLICATION",
                20000,
                "AMT_CREDIT",
                20000,
                "AMT_ANNUITY",
                1500,
                "CNT_PAYMENT",
                16,
                "NAME_YIELD_GROUP",
                "high",
                "DAYS_LAST_DUE_1ST_VERSION",
                365.25,
                "DAYS_LAST_DUE",
                365243,
                "DAYS_TERMINATION",
                365243)
            .row(
                "SK_ID_CURR",
                1,
                "NAME_CONTRACT_STATUS",
                "Refused",
                "NAME_CONTRACT_TYPE",
                "Cash loans",
                "CODE_REJECT_REASON",
                "SCO",
                "DAYS_DECISION",
                -60.875,
                "AMT_APPLICATION",
                50000,
                "AMT_CREDIT",
                0,
                "CNT_PAYMENT",
                0)
            .row(
                "SK_ID_CURR",
                1,
                "NAME_CONTRACT_STATUS",
                "Canceled",
                "NAME_CONTRACT_TYPE",
                "Cash loans",
                "DAYS_DECISION",
                -800,
                "AMT_APPLICATION",
                0,
                "AMT_CREDIT",
                0)
            // A decision after the application.
            .row("SK_ID_CURR", 1, "NAME_CONTRACT_STATUS", "Refused", "DAYS_DECISION", 3)
            .row(
                "SK_ID_CURR",
                2,
                "NAME_CONTRACT_STATUS",
                "Refused",
                "CODE_REJECT_REASON",
                "HC",
                "DAYS_DECISION",
                -100,
                "AMT_APPLICATION",
                1000);
    Map<Integer, Map<String, Float>> values =
        HistorySpark.values(
            new PreviousHistory(), HistorySpark.raw(Map.of(PREVIOUS_APPLICATION, applications)));
    client = values.get(1);
    refusedOnly = values.get(2);
  }

  @Test
  void tellsWhatBecameOfApplications() {
    assertThat(client)
        .containsEntry("PREVIOUS_COUNT", 4f)
        .containsEntry("PREVIOUS_REFUSED_COUNT", 1f)
        .containsEntry("PREVIOUS_REFUSED_SHARE", 0.25f)
        .containsEntry("PREVIOUS_LAST_24M_REFUSED_SHARE", 0.5f)
        .containsEntry("PREVIOUS_REFUSED_SCORE_SHARE", 0.25f)
        .containsEntry("PREVIOUS_LAST_REFUSED", 1f)
        .containsEntry("PREVIOUS_REFUSED_ASKED_HIGHEST", 50000f);
    assertThat(client.get("PREVIOUS_REFUSED_SINCE_LAST")).isCloseTo(2f, within(1e-5f));
    assertThat(client.get("PREVIOUS_APPROVED_SINCE_LAST")).isCloseTo(6f, within(1e-5f));
    assertThat(client.get("PREVIOUS_SINCE_FIRST")).isCloseTo(5f, within(1e-5f));
  }

  @Test
  void measuresGrantedCreditsAndTheirTerms() {
    assertThat(client)
        .containsEntry("PREVIOUS_APPROVED_CREDIT_MEAN", 14000f)
        .containsEntry("PREVIOUS_APPROVED_TERM_MEAN", 13f)
        .containsEntry("PREVIOUS_APPROVED_TERM_LATEST", 16f)
        .containsEntry("PREVIOUS_APPROVED_ANNUITY_LATEST", 1500f)
        .containsEntry("PREVIOUS_HIGH_RATE_SHARE", 0.25f);
    // 10 x 880 = 1.1 x 8,000 in 10 months: 12 % a year; 16 x 1,500 = 1.2 x 20,000 in 16: 15 %.
    assertThat(client.get("PREVIOUS_APPROVED_INTEREST_MEAN")).isCloseTo(0.135f, within(1e-5f));
    assertThat(client.get("PREVIOUS_APPROVED_GRANTED_TO_ASKED_MEAN"))
        .isCloseTo(0.9f, within(1e-5f));
  }

  @Test
  void addsUpWhatIsStillToPay() {
    assertThat(client)
        .containsEntry("PREVIOUS_RUNNING_COUNT", 1f)
        .containsEntry("PREVIOUS_RUNNING_ANNUITY_TOTAL", 1500f)
        // 12 months of 1,500.
        .containsEntry("PREVIOUS_RUNNING_AMOUNT_LEFT_TOTAL", 18000f)
        .containsEntry("PREVIOUS_RUNNING_MONTHS_LEFT_HIGHEST", 12f)
        .containsEntry("PREVIOUS_RUNNING_LEFT_TO_CREDIT", 0.9f);
  }

  @Test
  void theSentinelOfDaysIsNoDay() {
    // Only the credit that has ended: 1,515 days before the application, two months early.
    assertThat(client.get("PREVIOUS_APPROVED_SINCE_END_MEAN"))
        .isCloseTo((float) (1515 / (365.25 / 12)), within(1e-5f));
    assertThat(client.get("PREVIOUS_APPROVED_ENDED_EARLY_MEAN")).isCloseTo(2f, within(1e-5f));
  }

  @Test
  void aClientWhoWasNeverGrantedACreditHasNoTerms() {
    assertThat(refusedOnly)
        .containsEntry("PREVIOUS_REFUSED_SHARE", 1f)
        .containsEntry("PREVIOUS_APPROVED_COUNT", 0f)
        .containsEntry("PREVIOUS_APPROVED_CREDIT_TOTAL", 0f)
        .containsEntry("PREVIOUS_APPROVED_CREDIT_MEAN", Float.NaN)
        .containsEntry("PREVIOUS_APPROVED_SINCE_LAST", Float.NaN)
        .containsEntry("PREVIOUS_CASH_REFUSED_SHARE", 1f)
        .containsEntry("PREVIOUS_APPROVED_TERM_LATEST", Float.NaN);
  }
}
