package org.creditscoring.pipeline.feature.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.creditscoring.data.HomeCredit.INSTALLMENTS_PAYMENTS;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class InstallmentHistoryTest {
  private static Map<String, Float> client;

  @BeforeAll
  static void aggregate() {
    RawRows payments =
        RawRows.of(INSTALLMENTS_PAYMENTS)
            // Paid 5 days early, 20 months ago; one unit less than due is rounding.
            .row(payment(1, -600, -605, 1000, 999))
            // Paid in two halves, the second 10 days late.
            .row(payment(2, -570, -570, 1000, 500))
            .row(payment(2, -570, -560, 1000, 500))
            // Within the last year: 4 days late and 100 short.
            .row(payment(3, -100, -96, 1000, 900))
            // Never paid: late since 40 days.
            .row(payment(4, -40, null, 1000, null))
            // Paid after the application, so not yet when it was decided.
            .row(payment(5, -2, 3, 1000, 1000));
    client =
        HistorySpark.values(
                new InstallmentHistory(), HistorySpark.raw(Map.of(INSTALLMENTS_PAYMENTS, payments)))
            .get(1);
  }

  @Test
  void countsAnInstalmentOnceHoweverItWasPaid() {
    assertThat(client)
        .containsEntry("INSTALMENT_COUNT", 5f)
        .containsEntry("INSTALMENT_PAID_TOTAL", 2899f)
        .containsEntry("INSTALMENT_DUE_MEAN", 1000f)
        .containsEntry("INSTALMENT_PAID_TO_DUE", 0.5798f);
  }

  @Test
  void measuresDelays() {
    assertThat(client)
        .containsEntry("INSTALMENT_LATE_SHARE", 0.8f)
        .containsEntry("INSTALMENT_LATE_7D_SHARE", 0.4f)
        .containsEntry("INSTALMENT_LATE_30D_SHARE", 0.2f)
        .containsEntry("INSTALMENT_UNPAID_COUNT", 2f)
        // 0, 10, 4, 40 and 2 days.
        .containsEntry("INSTALMENT_DAYS_LATE_HIGHEST", 40f)
        // 5, 0 and 0 days; what is not paid is not early either.
        .containsEntry("INSTALMENT_DAYS_EARLY_MEAN", 5f / 3);
    assertThat(client.get("INSTALMENT_DAYS_LATE_MEAN")).isCloseTo(11.2f, within(1e-5f));
    // 46 / 3 in the last year, 10 / 2 before.
    assertThat(client.get("INSTALMENT_DAYS_LATE_CHANGE_12M"))
        .isCloseTo((float) (46 / 3.0 - 5), within(1e-5f));
    assertThat(client.get("INSTALMENT_DAYS_LATE_BY_AMOUNT")).isCloseTo(11.2f, within(1e-5f));
  }

  @Test
  void measuresWhatIsMissing() {
    assertThat(client)
        .containsEntry("INSTALMENT_SHORT_SHARE", 0.6f)
        .containsEntry("INSTALMENT_SHORT_TOTAL", 2100f)
        .containsEntry("INSTALMENT_SHORT_HIGHEST", 1000f);
  }

  private static Object[] payment(int number, int due, Integer paidDay, int amount, Integer paid) {
    return new Object[] {
      "SK_ID_CURR",
      1,
      "SK_ID_PREV",
      10,
      "NUM_INSTALMENT_VERSION",
      1,
      "NUM_INSTALMENT_NUMBER",
      number,
      "DAYS_INSTALMENT",
      due,
      "DAYS_ENTRY_PAYMENT",
      paidDay,
      "AMT_INSTALMENT",
      amount,
      "AMT_PAYMENT",
      paid
    };
  }
}
