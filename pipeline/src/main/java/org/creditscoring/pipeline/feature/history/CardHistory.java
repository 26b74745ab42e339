package org.creditscoring.pipeline.feature.history;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.creditscoring.pipeline.feature.history.Aggregates.notNegative;
import static org.creditscoring.pipeline.feature.history.Aggregates.number;
import static org.creditscoring.pipeline.feature.history.Aggregates.ratio;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.creditscoring.data.HomeCredit;
import org.creditscoring.data.Table;

/**
 * Cards of this lender, one row per card and month. Cards that have no row in previous_application
 * count too: the months carry the client.
 */
final class CardHistory implements HistoryTable {
  @Override
  public Table table() {
    return HomeCredit.CREDIT_CARD_BALANCE;
  }

  @Override
  public List<HistoryFeature> features() {
    return Stream.of(CardUse.features(), CardRepayments.features()).flatMap(List::stream).toList();
  }

  @Override
  public Dataset<Row> rows(Map<String, Dataset<Row>> raw) {
    return raw.get(table().name())
        .filter(number("MONTHS_BALANCE").leq(0))
        .select(month())
        .repartition(col(CLIENT));
  }

  private static Column[] month() {
    Column ago = number("MONTHS_BALANCE").multiply(-1);
    // A balance in the client's favour is no use of the card.
    Column balance = notNegative(number("AMT_BALANCE"));
    Column limit = number("AMT_CREDIT_LIMIT_ACTUAL");
    // These are left empty in months without any drawing.
    Column withdrawn = coalesce(number("AMT_DRAWINGS_ATM_CURRENT"), lit(0.0));
    Column withdrawals = coalesce(number("CNT_DRAWINGS_ATM_CURRENT"), lit(0.0));
    Column paid = number("AMT_PAYMENT_TOTAL_CURRENT");
    return new Column[] {
      col(CLIENT).cast(DataTypes.IntegerType).as(CLIENT),
      ago.as(AGO),
      ago.as(MONTHS_AGO),
      balance.as("BALANCE"),
      limit.as("LIMIT"),
      ratio(balance, limit).as("USED_SHARE"),
      withdrawn.as("WITHDRAWN"),
      withdrawals.as("WITHDRAWALS"),
      number("AMT_DRAWINGS_CURRENT").as("DRAWN"),
      paid.as("PAID"),
      number("AMT_INST_MIN_REGULARITY").as("LEAST_DUE"),
      number("SK_DPD").as("DAYS_LATE"),
      number("SK_DPD_DEF").as("DAYS_LATE_TOLERANT"),
      number("CNT_INSTALMENT_MATURE_CUM").as("INSTALMENTS_PAID"),
      number("AMT_TOTAL_RECEIVABLE").minus(number("AMT_RECEIVABLE_PRINCIPAL")).as("INTEREST")
    };
  }
}
