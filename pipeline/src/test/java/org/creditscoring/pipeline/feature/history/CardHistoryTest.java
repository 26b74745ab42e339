package org.creditscoring.pipeline.feature.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.creditscoring.data.HomeCredit.CREDIT_CARD_BALANCE;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CardHistoryTest {
  private static Map<String, Float> client;

  @BeforeAll
  static void aggregate() {
    RawRows months =
        RawRows.of(CREDIT_CARD_BALANCE)
            .row(month(-30, 1000, 10000, 500, 500, 300))
            // Over the limit, late, and less paid than the minimum of 400.
            .row(month(-8, 12000, 10000, 2000, 1000, 100, 7))
            .row(month(-1, 5000, 10000, 0, null, 600))
            // In the client's favour, on a card without a limit.
            .row(month(-2, -50, 0, 0, null, 0))
            // After the application.
            .row(month(1, 99999, 10000, 99999, 99999, 0));
    client =
        HistorySpark.values(
                new CardHistory(), HistorySpark.raw(Map.of(CREDIT_CARD_BALANCE, months)))
            .get(1);
  }

  @Test
  void measuresTheUseOfTheLimit() {
    assertThat(client)
        .containsEntry("CARD_COUNT", 4f)
        // 0.1, 1.2 and 0.5; none where there is no limit.
        .containsEntry("CARD_USED_SHARE_LATEST", 0.5f)
        .containsEntry("CARD_LAST_6M_USED_SHARE_MEAN", 0.5f)
        .containsEntry("CARD_OVER_LIMIT_SHARE", 0.25f)
        .containsEntry("CARD_BALANCE_LATEST", 5000f)
        .containsEntry("CARD_BALANCE_MEAN", 4500f);
    assertThat(client.get("CARD_USED_SHARE_MEAN")).isCloseTo(0.6f, within(1e-5f));
    assertThat(client.get("CARD_USED_SHARE_HIGHEST")).isCloseTo(1.2f, within(1e-5f));
    assertThat(client.get("CARD_USED_SHARE_CHANGE_6M")).isCloseTo(-0.15f, within(1e-5f));
  }

  @Test
  void measuresCash() {
    assertThat(client)
        .containsEntry("CARD_CASH_SHARE", 0.5f)
        .containsEntry("CARD_WITHDRAWN_MEAN", 375f)
        .containsEntry("CARD_CASH_TO_DRAWN", 0.6f)
        .containsEntry("CARD_CASH_SINCE_LAST", 8f);
  }

  @Test
  void measuresRepayment() {
    assertThat(client)
        .containsEntry("CARD_DUE_PAID_TO_LEAST", 1000f / 1600)
        .containsEntry("CARD_DUE_UNDERPAID_SHARE", 0.75f)
        .containsEntry("CARD_LATE_SHARE", 0.25f)
        .containsEntry("CARD_LAST_12M_LATE_SHARE", 1f / 3);
  }

  private static Object[] month(
      int month, int balance, int limit, int drawn, Integer withdrawn, int paid) {
    return month(month, balance, limit, drawn, withdrawn, paid, 0);
  }

  private static Object[] month(
      int month, int balance, int limit, int drawn, Integer withdrawn, int paid, int daysLate) {
    return new Object[] {
      "SK_ID_CURR",
      1,
      "MONTHS_BALANCE",
      month,
      "AMT_BALANCE",
      balance,
      "AMT_CREDIT_LIMIT_ACTUAL",
      limit,
      "AMT_DRAWINGS_CURRENT",
      drawn,
      "AMT_DRAWINGS_ATM_CURRENT",
      withdrawn,
      "AMT_PAYMENT_TOTAL_CURRENT",
      paid,
      "AMT_INST_MIN_REGULARITY",
      400,
      "SK_DPD",
      daysLate
    };
  }

  /** The latest month that this table writes is −1, so twelve months are −1 to −12. */
  @Test
  void theLastYearIsTwelveMonths() {
    Map<String, Float> year =
        HistorySpark.values(
                new CardHistory(),
                HistorySpark.raw(
                    Map.of(
                        CREDIT_CARD_BALANCE,
                        RawRows.of(CREDIT_CARD_BALANCE)
                            .row(month(-13, 1, 10, 0, 0, 0, 7))
                            .row(month(-12, 1, 10, 0, 0, 0, 7))
                            .row(month(-11, 1, 10, 0, 0, 0))
                            .row(month(-1, 1, 10, 0, 0, 0)))))
            .get(1);

    assertThat(year).containsEntry("CARD_LAST_12M_LATE_SHARE", 1f / 3);
  }
}
