package org.creditscoring.pipeline.feature.history;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;
import static org.creditscoring.pipeline.feature.history.Aggregates.latest;
import static org.creditscoring.pipeline.feature.history.Aggregates.number;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.creditscoring.data.HomeCredit;
import org.creditscoring.data.Table;
import org.creditscoring.model.feature.Unit;

/**
 * Consumer and cash credits with this lender, one row each, made of its months. Credits that have
 * no row in previous_application count too: the months carry the client.
 */
final class PosHistory implements HistoryTable {
  private static final String CREDIT = "SK_ID_PREV";

  @Override
  public Table table() {
    return HomeCredit.POS_CASH_BALANCE;
  }

  @Override
  public List<HistoryFeature> features() {
    return PosFeatures.features();
  }

  @Override
  public Dataset<Row> rows(Map<String, Dataset<Row>> raw) {
    return raw.get(table().name())
        .filter(number("MONTHS_BALANCE").leq(0))
        .select(month())
        // By client before by credit: the second aggregation then finds its rows in place.
        .repartition(col(CLIENT))
        .groupBy(col(CLIENT), col(CREDIT))
        .agg(min(col(AGO)).as(AGO), credit());
  }

  private static Column[] month() {
    Column ago = number("MONTHS_BALANCE").multiply(-1);
    return new Column[] {
      col(CLIENT).cast(DataTypes.IntegerType).as(CLIENT),
      col(CREDIT).cast(DataTypes.IntegerType).as(CREDIT),
      ago.as(AGO),
      ago.as(MONTHS_AGO),
      number("CNT_INSTALMENT").as("TERM"),
      number("CNT_INSTALMENT_FUTURE").as("LEFT"),
      number("SK_DPD").as("DAYS_LATE"),
      number("SK_DPD_DEF").as("DAYS_LATE_TOLERANT"),
      col("NAME_CONTRACT_STATUS").as("STATE")
    };
  }

  private static Column[] credit() {
    Column late = col("DAYS_LATE").gt(0);
    Column lastYear = col(MONTHS_AGO).leq(12);
    Column completed = count(when(col("STATE").equalTo("Completed"), 1)).gt(0);
    Column lastTerm = latest(col("TERM"), Unit.COUNT, lit(true));
    return new Column[] {
      min(col(MONTHS_AGO)).as(MONTHS_AGO),
      max(col(MONTHS_AGO)).as("STARTED_AGO"),
      count(lit(1)).as("MONTHS"),
      count(when(lastYear, 1)).as("MONTHS_12"),
      count(when(late, 1)).as("MONTHS_LATE"),
      count(when(late.and(lastYear), 1)).as("MONTHS_LATE_12"),
      max(col("DAYS_LATE")).as("DAYS_LATE"),
      max(col("DAYS_LATE_TOLERANT")).as("DAYS_LATE_TOLERANT"),
      min(when(late, col(AGO))).as("SINCE_LATE"),
      latest(col("LEFT"), Unit.COUNT, lit(true)).as("LEFT"),
      max(col("TERM")).as("TERM"),
      completed.as("COMPLETED"),
      completed.and(lastTerm.lt(max(col("TERM")))).as("SHORTENED")
    };
  }
}
