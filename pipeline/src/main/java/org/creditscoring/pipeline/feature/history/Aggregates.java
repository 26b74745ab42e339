package org.creditscoring.pipeline.feature.history;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/** Aggregates and row values that several tables need. */
final class Aggregates {
  /** Mean length of a month. */
  static final double DAYS_PER_MONTH = 365.25 / 12;

  static final double DAYS_PER_YEAR = 365.25;

  private Aggregates() {}

  /** A raw number as a double, whatever Spark read it as. */
  static Column number(String column) {
    return functions.col(column).cast(DataTypes.DoubleType);
  }

  /** How many rows are in the scope; 0 if none. */
  static Column count(Scope scope) {
    return functions.count(when(scope.condition(), 1));
  }

  /** Missing where the lower one is 0. */
  static Column ratio(Column above, Column below) {
    return when(below.notEqual(0), above.divide(below));
  }

  /** The value where a condition holds, else missing. */
  static Column where(Column condition, Column value) {
    return when(condition, value);
  }

  /** 1 where a condition holds, else 0. */
  static Column flag(Column condition) {
    return when(condition, 1.0).otherwise(0.0);
  }

  /** At least 0; missing stays missing, which Spark's own {@code greatest} would skip. */
  static Column notNegative(Column value) {
    return when(value.lt(0), lit(0.0)).otherwise(value);
  }
}
