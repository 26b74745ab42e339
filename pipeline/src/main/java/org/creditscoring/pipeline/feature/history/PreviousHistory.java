package org.creditscoring.pipeline.feature.history;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.creditscoring.pipeline.feature.history.Aggregates.DAYS_PER_MONTH;
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

/** Earlier applications to this lender, granted or not. */
final class PreviousHistory implements HistoryTable {
  /** Written in five columns of days for "not known" or "not yet". */
  private static final double NO_DAY = 365243;

  private static final double MONTHS_PER_YEAR = 12;

  @Override
  public Table table() {
    return HomeCredit.PREVIOUS_APPLICATION;
  }

  @Override
  public List<HistoryFeature> features() {
    return Stream.of(
            PreviousOutcomes.features(),
            PreviousLoans.features(),
            PreviousTerms.features(),
            PreviousSales.features())
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public Dataset<Row> rows(Map<String, Dataset<Row>> raw) {
    return raw.get(table().name())
        .filter(number("DAYS_DECISION").leq(0))
        .select(application())
        .repartition(col(CLIENT));
  }

  private static Column[] application() {
    Column decision = number("DAYS_DECISION");
    Column credit = number("AMT_CREDIT");
    Column annuity = number("AMT_ANNUITY");
    Column term = number("CNT_PAYMENT");
    Column lastDuePlanned = day("DAYS_LAST_DUE_1ST_VERSION");
    Column over = past("DAYS_TERMINATION");
    Column approved = col("NAME_CONTRACT_STATUS").equalTo("Approved");
    Column monthsLeft = notNegative(lastDuePlanned.divide(DAYS_PER_MONTH));
    return new Column[] {
      col(CLIENT).cast(DataTypes.IntegerType).as(CLIENT),
      decision.multiply(-1).as(AGO),
      decision.divide(-DAYS_PER_MONTH).as(MONTHS_AGO),
      col("NAME_CONTRACT_STATUS"),
      col("NAME_CONTRACT_TYPE"),
      col("CODE_REJECT_REASON"),
      col("NAME_YIELD_GROUP"),
      col("NAME_PRODUCT_TYPE"),
      col("NAME_CLIENT_TYPE"),
      col("NAME_PAYMENT_TYPE"),
      col("NAME_GOODS_CATEGORY"),
      col("CHANNEL_TYPE"),
      number("AMT_APPLICATION").as("ASKED"),
      credit.as("CREDIT"),
      annuity.as("ANNUITY"),
      when(term.gt(0), term).as("TERM"),
      number("RATE_DOWN_PAYMENT").as("DOWN_RATE"),
      number("AMT_DOWN_PAYMENT").as("DOWN_PAYMENT"),
      number("NFLAG_INSURED_ON_APPROVAL").as("INSURED"),
      number("HOUR_APPR_PROCESS_START").as("HOUR"),
      when(number("SELLERPLACE_AREA").gt(0), number("SELLERPLACE_AREA")).as("SELLER_AREA"),
      ratio(credit, number("AMT_APPLICATION")).as("GRANTED_SHARE"),
      interest(annuity, term, credit).as("INTEREST"),
      over.divide(-DAYS_PER_MONTH).as("SINCE_END"),
      lastDuePlanned.minus(past("DAYS_LAST_DUE")).divide(DAYS_PER_MONTH).as("ENDED_EARLY"),
      approved.and(number("DAYS_TERMINATION").equalTo(NO_DAY)).as("RUNNING"),
      // The first schedule of a granted credit is known, however far ahead it ends.
      monthsLeft.as("MONTHS_LEFT"),
      annuity.multiply(monthsLeft).as("AMOUNT_LEFT")
    };
  }

  /**
   * Simple yearly interest: what all annuities come to beyond the credit, over the credit and the
   * years of the term.
   */
  private static Column interest(Column annuity, Column term, Column credit) {
    Column cost = ratio(annuity.multiply(term), credit).minus(1);
    return ratio(cost.multiply(MONTHS_PER_YEAR), term);
  }

  private static Column day(String column) {
    return when(number(column).notEqual(NO_DAY), number(column));
  }

  /** A day that has happened; one after the application could not be known and is missing. */
  private static Column past(String column) {
    return when(number(column).leq(lit(0)), number(column));
  }
}
