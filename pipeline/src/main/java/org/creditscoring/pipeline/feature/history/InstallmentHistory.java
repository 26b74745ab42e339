package org.creditscoring.pipeline.feature.history;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.creditscoring.pipeline.feature.history.Aggregates.DAYS_PER_MONTH;
import static org.creditscoring.pipeline.feature.history.Aggregates.exact;
import static org.creditscoring.pipeline.feature.history.Aggregates.notNegative;
import static org.creditscoring.pipeline.feature.history.Aggregates.number;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.creditscoring.data.HomeCredit;
import org.creditscoring.data.Table;
import org.creditscoring.model.feature.Unit;

/**
 * Instalments due to this lender, one row each, made of its payments: an instalment may be paid in
 * several, and each of its raw rows repeats the whole amount due.
 */
final class InstallmentHistory implements HistoryTable {
  /** A difference that is rounding, not money: one currency unit. */
  static final double ROUNDING = 1;

  private static final List<String> KEY =
      List.of("SK_ID_PREV", "NUM_INSTALMENT_VERSION", "NUM_INSTALMENT_NUMBER");

  @Override
  public Table table() {
    return HomeCredit.INSTALLMENTS_PAYMENTS;
  }

  @Override
  public List<HistoryFeature> features() {
    return Stream.of(InstallmentDelays.features(), InstallmentAmounts.features())
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public Dataset<Row> rows(Map<String, Dataset<Row>> raw) {
    Column[] key =
        Stream.concat(Stream.of(CLIENT), KEY.stream())
            .map(name -> col(name))
            .toArray(Column[]::new);
    return raw.get(table().name())
        .filter(number("DAYS_INSTALMENT").leq(0))
        .select(payment())
        // By client before by instalment: the second aggregation then finds its rows in place.
        .repartition(col(CLIENT))
        .groupBy(key)
        .agg(
            max(col("DUE_DAY")).as("DUE_DAY"),
            max(col("DUE")).as("DUE"),
            coalesce(sum(col("PAID")), lit(0.0)).as("PAID"),
            max(col("PAID_DAY")).as("LAST_PAID_DAY"),
            min(col("PAID_DAY")).as("FIRST_PAID_DAY"))
        .select(instalment());
  }

  private static Column[] payment() {
    Column paidDay = number("DAYS_ENTRY_PAYMENT");
    // A payment after the application could not be known when it was decided: not yet paid.
    Column known = paidDay.leq(0);
    return new Column[] {
      col(CLIENT).cast(DataTypes.IntegerType).as(CLIENT),
      col(KEY.get(0)).cast(DataTypes.IntegerType).as(KEY.get(0)),
      col(KEY.get(1)).cast(DataTypes.IntegerType).as(KEY.get(1)),
      col(KEY.get(2)).cast(DataTypes.IntegerType).as(KEY.get(2)),
      number("DAYS_INSTALMENT").as("DUE_DAY"),
      when(known, paidDay).as("PAID_DAY"),
      exact(number("AMT_INSTALMENT"), Unit.CURRENCY).as("DUE"),
      when(known, exact(number("AMT_PAYMENT"), Unit.CURRENCY)).as("PAID")
    };
  }

  private static Column[] instalment() {
    Column due = col("DUE_DAY");
    // What was never paid is late up to the day of the application.
    Column delay = coalesce(col("LAST_PAID_DAY"), lit(0.0)).minus(due);
    Column lead = due.minus(col("FIRST_PAID_DAY"));
    Column left = col("DUE").minus(col("PAID"));
    return new Column[] {
      col(CLIENT),
      due.multiply(-1).as(AGO),
      due.divide(-DAYS_PER_MONTH).as(MONTHS_AGO),
      col(KEY.get(1)).as("VERSION"),
      col("DUE"),
      col("PAID"),
      delay.as("DELAY"),
      notNegative(delay).as("DAYS_LATE"),
      notNegative(lead).as("DAYS_EARLY"),
      when(left.gt(ROUNDING), left).otherwise(0.0).as("SHORT"),
      when(left.lt(-ROUNDING), left.multiply(-1)).otherwise(0.0).as("OVER"),
      col("DUE").multiply(notNegative(delay)).as("DUE_DAYS_LATE"),
      col("LAST_PAID_DAY").isNull().as("UNPAID")
    };
  }
}
