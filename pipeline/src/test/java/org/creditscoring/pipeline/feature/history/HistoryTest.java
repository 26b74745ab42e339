package org.creditscoring.pipeline.feature.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.creditscoring.data.HomeCredit.APPLICATION_TRAIN;
import static org.creditscoring.data.HomeCredit.BUREAU;
import static org.creditscoring.data.HomeCredit.BUREAU_BALANCE;
import static org.creditscoring.data.HomeCredit.CREDIT_CARD_BALANCE;
import static org.creditscoring.data.HomeCredit.INSTALLMENTS_PAYMENTS;
import static org.creditscoring.data.HomeCredit.POS_CASH_BALANCE;
import static org.creditscoring.data.HomeCredit.PREVIOUS_APPLICATION;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.creditscoring.data.HomeCredit;
import org.creditscoring.data.Table;
import org.creditscoring.model.feature.Feature;
import org.junit.jupiter.api.Test;
import scala.collection.JavaConverters;

class HistoryTest {
  private static final RawRows CREDITS =
      RawRows.of(BUREAU)
          .row("SK_ID_CURR", 1, "SK_ID_BUREAU", 10, "DAYS_CREDIT", -10)
          .row("SK_ID_CURR", 3, "SK_ID_BUREAU", 11, "DAYS_CREDIT", -10);
  private static final RawRows STATEMENTS =
      RawRows.of(CREDIT_CARD_BALANCE)
          .row("SK_ID_CURR", 1, "MONTHS_BALANCE", -1)
          .row("SK_ID_CURR", 2, "MONTHS_BALANCE", -1)
          .row("SK_ID_CURR", 2, "MONTHS_BALANCE", -2);

  @Test
  void givesEachClientHisHistoryInCatalogueOrder() {
    Map<Integer, Map<String, Float>> values =
        HistorySpark.values(
            List.of(1, 2, 3, 4),
            HistorySpark.raw(Map.of(BUREAU, CREDITS, CREDIT_CARD_BALANCE, STATEMENTS)));
    assertThat(values).containsOnlyKeys(1, 2, 3, 4);
    assertThat(values.get(1)).containsEntry("BUREAU_COUNT", 1f).containsEntry("CARD_COUNT", 1f);
    assertThat(values.get(2))
        .containsEntry("BUREAU_COUNT", Float.NaN)
        .containsEntry("CARD_COUNT", 2f);
    assertThat(values.get(3))
        .containsEntry("BUREAU_COUNT", 1f)
        .containsEntry("CARD_COUNT", Float.NaN);
    assertThat(values.get(4).values()).containsOnly(Float.NaN);
  }

  @Test
  void theFeaturesOfAnAbsentTableAreMissing() {
    Map<String, Float> client =
        HistorySpark.values(List.of(1), HistorySpark.raw(Map.of(CREDIT_CARD_BALANCE, STATEMENTS)))
            .get(1);
    for (Feature feature : History.catalogue()) {
      if (!feature.source().equals(CREDIT_CARD_BALANCE.name())) {
        assertThat(client).containsEntry(feature.name(), Float.NaN);
      }
    }
  }

  @Test
  void theMonthsOfTheBureauMayBeAbsent() {
    Map<String, Float> client =
        HistorySpark.values(new BureauHistory(), HistorySpark.raw(Map.of(BUREAU, CREDITS))).get(1);
    assertThat(client)
        .containsEntry("BUREAU_COUNT", 1f)
        .containsEntry("BUREAU_WITH_MONTHS_WORST_DELAY_HIGHEST", Float.NaN);
  }

  @Test
  void readsNeitherTheOutcomeNorTheApplication() {
    Map<Table, RawRows> all =
        Map.of(
            APPLICATION_TRAIN,
            RawRows.of(APPLICATION_TRAIN).row("SK_ID_CURR", 1, "TARGET", 1),
            BUREAU,
            CREDITS,
            BUREAU_BALANCE,
            RawRows.of(BUREAU_BALANCE).row("SK_ID_BUREAU", 10),
            POS_CASH_BALANCE,
            RawRows.of(POS_CASH_BALANCE).row("SK_ID_CURR", 1),
            CREDIT_CARD_BALANCE,
            STATEMENTS);
    Map<String, Dataset<Row>> raw = HistorySpark.raw(all);
    List<String> read =
        HistorySpark.tables(raw).values().stream()
            .flatMap(
                table ->
                    JavaConverters.seqAsJavaList(
                        table.queryExecution().analyzed().collectLeaves().toSeq())
                        .stream())
            .flatMap(leaf -> JavaConverters.seqAsJavaList(leaf.output()).stream())
            .map(attribute -> attribute.name())
            .toList();
    assertThat(read).contains("DAYS_CREDIT", "MONTHS_BALANCE").doesNotContain("TARGET");
    assertThat(HomeCredit.all().stream().filter(table -> !table.name().startsWith("application")))
        .allSatisfy(table -> assertThat(table.header()).doesNotContain("TARGET"));
  }

  /** The same tables with rows behind them that were written, or were to come, after the day. */
  @Test
  void noFeatureReadsWhatCameAfterTheApplication() {
    Map<Integer, Map<String, Float>> before =
        HistorySpark.values(List.of(1), HistorySpark.raw(tables()));
    Map<Table, RawRows> after = tables();
    after
        .get(BUREAU)
        .row(
            "SK_ID_CURR",
            1,
            "SK_ID_BUREAU",
            12,
            "DAYS_CREDIT",
            -3,
            "DAYS_CREDIT_UPDATE",
            4,
            "AMT_CREDIT_SUM",
            900);
    after
        .get(BUREAU)
        .row("SK_ID_CURR", 1, "SK_ID_BUREAU", 13, "DAYS_CREDIT", 2, "AMT_CREDIT_SUM", 900);
    after.get(BUREAU_BALANCE).row("SK_ID_BUREAU", 10, "MONTHS_BALANCE", 1, "STATUS", "5");
    after
        .get(PREVIOUS_APPLICATION)
        .row(
            "SK_ID_CURR",
            1,
            "SK_ID_PREV",
            22,
            "DAYS_DECISION",
            5,
            "AMT_CREDIT",
            900,
            "NAME_CONTRACT_STATUS",
            "Refused");
    after
        .get(POS_CASH_BALANCE)
        .row("SK_ID_CURR", 1, "SK_ID_PREV", 20, "MONTHS_BALANCE", 1, "SK_DPD", 90);
    after
        .get(CREDIT_CARD_BALANCE)
        .row(
            "SK_ID_CURR",
            1,
            "SK_ID_PREV",
            21,
            "MONTHS_BALANCE",
            1,
            "AMT_BALANCE",
            900,
            "SK_DPD",
            90);
    after
        .get(INSTALLMENTS_PAYMENTS)
        .row("SK_ID_CURR", 1, "SK_ID_PREV", 20, "DAYS_INSTALMENT", 9, "AMT_INSTALMENT", 900);

    assertThat(HistorySpark.values(List.of(1), HistorySpark.raw(after))).isEqualTo(before);
  }

  private static Map<Table, RawRows> tables() {
    Map<Table, RawRows> tables = new HashMap<>();
    tables.put(
        BUREAU,
        RawRows.of(BUREAU)
            .row("SK_ID_CURR", 1, "SK_ID_BUREAU", 10, "DAYS_CREDIT", -10, "AMT_CREDIT_SUM", 100));
    tables.put(
        BUREAU_BALANCE,
        RawRows.of(BUREAU_BALANCE).row("SK_ID_BUREAU", 10, "MONTHS_BALANCE", -1, "STATUS", "0"));
    tables.put(
        PREVIOUS_APPLICATION,
        RawRows.of(PREVIOUS_APPLICATION)
            .row("SK_ID_CURR", 1, "SK_ID_PREV", 20, "DAYS_DECISION", -50, "AMT_CREDIT", 100));
    tables.put(
        POS_CASH_BALANCE,
        RawRows.of(POS_CASH_BALANCE).row("SK_ID_CURR", 1, "SK_ID_PREV", 20, "MONTHS_BALANCE", -1));
    tables.put(
        CREDIT_CARD_BALANCE,
        RawRows.of(CREDIT_CARD_BALANCE)
            .row("SK_ID_CURR", 1, "SK_ID_PREV", 21, "MONTHS_BALANCE", -1, "AMT_BALANCE", 100));
    tables.put(
        INSTALLMENTS_PAYMENTS,
        RawRows.of(INSTALLMENTS_PAYMENTS)
            .row(
                "SK_ID_CURR",
                1,
                "SK_ID_PREV",
                20,
                "DAYS_INSTALMENT",
                -9,
                "DAYS_ENTRY_PAYMENT",
                -9,
                "AMT_INSTALMENT",
                100,
                "AMT_PAYMENT",
                100));
    return tables;
  }
}
