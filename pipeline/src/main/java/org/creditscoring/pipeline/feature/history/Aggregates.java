package org.creditscoring.pipeline.feature.history;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.rint;
import static org.apache.spark.sql.functions.when;
import static org.creditscoring.pipeline.feature.history.HistoryTable.AGO;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.creditscoring.model.feature.Unit;

/** Row values, and an aggregate of Spark, that several tables need. */
final class Aggregates {
  /** Mean length of a month. */
  static final double DAYS_PER_MONTH = 365.25 / 12;

  static final double DAYS_PER_YEAR = 365.25;

  /** Half of what a value may reach on its grid, so that negative ones fit below it. */
  private static final long HALF = 1L << 46;

  /** The oldest day that a row may have: 89 years. */
  private static final long LONGEST = (1L << 15) - 1;

  private Aggregates() {}

  /** A raw number as a double, whatever Spark read it as. */
  static Column number(String column) {
    return functions.col(column).cast(DataTypes.DoubleType);
  }

  /** Missing where the lower one is 0. */
  static Column ratio(Column above, Column below) {
    return when(below.notEqual(0), above.divide(below));
  }

  /** 1 where a condition holds, else 0. */
  static Column flag(Column condition) {
    return when(condition, 1.0).otherwise(0.0);
  }

  /** At least 0; missing stays missing, which Spark's own {@code greatest} would skip. */
  static Column notNegative(Column value) {
    return when(value.lt(0), lit(0.0)).otherwise(value);
  }

  /**
   * A value put on a grid of whole binary fractions, 1/128 of a currency unit and a millionth of
   * anything else, on which sums of doubles are exact: so they do not depend on the order in which
   * Spark adds, and two runs agree to the bit.
   */
  static Column exact(Column value, Unit unit) {
    double steps = steps(unit);
    return rint(value.multiply(steps)).divide(steps);
  }

  /**
   * The value of the row nearest to the application; of several on one day or month, the greatest.
   */
  static Column latest(Column value, Unit unit, Column condition) {
    // One long holds the time above the value: its maximum keeps Spark's fast hash aggregation,
    // which a maximum over a struct would not, and has no ties to break.
    double steps = steps(unit);
    Column number = value.multiply(steps).cast(DataTypes.LongType).plus(lit(HALF));
    Column time = lit(LONGEST).minus(functions.col(AGO).cast(DataTypes.LongType));
    Column last = max(when(condition, time.multiply(lit(2 * HALF)).plus(number)));
    return last.mod(lit(2 * HALF)).minus(lit(HALF)).divide(steps);
  }

  private static double steps(Unit unit) {
    return unit == Unit.CURRENCY ? 1 << 7 : 1 << 20;
  }
}
