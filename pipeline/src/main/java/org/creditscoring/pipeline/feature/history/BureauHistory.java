package org.creditscoring.pipeline.feature.history;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;
import static org.creditscoring.pipeline.feature.history.Aggregates.DAYS_PER_MONTH;
import static org.creditscoring.pipeline.feature.history.Aggregates.notNegative;
import static org.creditscoring.pipeline.feature.history.Aggregates.number;
import static org.creditscoring.pipeline.feature.history.Aggregates.ratio;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.creditscoring.data.HomeCredit;
import org.creditscoring.data.Table;

/** Credits with other lenders, each with what its months say. */
final class BureauHistory implements HistoryTable {
  /** Months of the bureau's balance that a credit has, closed and unknown ones left out. */
  static final String MONTHS_SEEN = "MONTHS_SEEN";

  static final String MONTHS_LATE = "MONTHS_LATE";
  static final String MONTHS_LATE_12 = "MONTHS_LATE_12";
  static final String WORST_STATE = "WORST_STATE";
  static final String SINCE_LATE = "SINCE_LATE";

  private static final String CREDIT = "SK_ID_BUREAU";
  private static final List<String> MONTHLY =
      List.of(MONTHS_SEEN, MONTHS_LATE, MONTHS_LATE_12, WORST_STATE, SINCE_LATE);

  /** A planned end further away than this stands for none: cards are written so. */
  private static final int LONGEST_TERM_DAYS = 40 * 365;

  @Override
  public Table table() {
    return HomeCredit.BUREAU;
  }

  @Override
  public List<Table> sources() {
    return List.of(HomeCredit.BUREAU, HomeCredit.BUREAU_BALANCE);
  }

  @Override
  public List<HistoryFeature> features() {
    return Stream.of(BureauDebts.features(), BureauRecord.features(), BureauArrears.features())
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public Dataset<Row> rows(Map<String, Dataset<Row>> raw) {
    Dataset<Row> credits =
        raw.get(table().name())
            // What was written after the application could not be known when it was decided.
            .filter(number("DAYS_CREDIT_UPDATE").leq(0).and(number("DAYS_CREDIT").leq(0)))
            .select(credit());
    Dataset<Row> balance = raw.get(HomeCredit.BUREAU_BALANCE.name());
    Dataset<Row> whole =
        balance == null
            ? credits.withColumns(noMonths())
            : credits.join(months(balance), new String[] {CREDIT}, "left_outer");
    return whole.repartition(col(CLIENT));
  }

  private static Column[] credit() {
    Column start = number("DAYS_CREDIT");
    Column end = number("DAYS_CREDIT_ENDDATE");
    Column closed = number("DAYS_ENDDATE_FACT");
    Column debt = notNegative(number("AMT_CREDIT_SUM_DEBT"));
    Column amount = number("AMT_CREDIT_SUM");
    return new Column[] {
      col(CLIENT).cast(DataTypes.IntegerType).as(CLIENT),
      col(CREDIT).cast(DataTypes.IntegerType).as(CREDIT),
      start.multiply(-1).as(AGO),
      start.divide(-DAYS_PER_MONTH).as(MONTHS_AGO),
      col("CREDIT_ACTIVE"),
      col("CREDIT_TYPE"),
      // The planned end is part of the contract, so one that lies ahead is known already.
      when(end.between(start, LONGEST_TERM_DAYS), end).as("PLANNED_END"),
      when(closed.between(start, 0), closed).as("CLOSED"),
      number("DAYS_CREDIT_UPDATE").divide(-DAYS_PER_MONTH).as("REPORTED_MONTHS_AGO"),
      amount.as("CREDIT"),
      debt.as("DEBT"),
      ratio(debt, amount).as("DEBT_SHARE"),
      number("AMT_CREDIT_SUM_LIMIT").as("LIMIT"),
      number("AMT_ANNUITY").as("ANNUITY"),
      number("AMT_CREDIT_SUM_OVERDUE").as("OVERDUE"),
      number("AMT_CREDIT_MAX_OVERDUE").as("MAX_OVERDUE"),
      number("CNT_CREDIT_PROLONG").as("EXTENSIONS")
    };
  }

  /** One row per credit; the balance's months after the application are left out. */
  private static Dataset<Row> months(Dataset<Row> balance) {
    Column month = number("MONTHS_BALANCE");
    Column state = col("STATUS");
    Column late = state.between("1", "5");
    return balance
        .filter(month.leq(0))
        .groupBy(col(CREDIT).cast(DataTypes.IntegerType).as(CREDIT))
        .agg(
            count(when(state.isin("C", "X").equalTo(false), 1)).as(MONTHS_SEEN),
            count(when(late, 1)).as(MONTHS_LATE),
            count(when(late.and(month.gt(-12)), 1)).as(MONTHS_LATE_12),
            max(when(state.between("0", "5"), state.cast(DataTypes.DoubleType))).as(WORST_STATE),
            min(when(late, month.multiply(-1))).as(SINCE_LATE));
  }

  private static Map<String, Column> noMonths() {
    Column none = lit(null).cast(DataTypes.DoubleType);
    return MONTHLY.stream().collect(Collectors.toMap(name -> name, name -> none));
  }
}
