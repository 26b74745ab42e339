package org.creditscoring.pipeline.feature.history;

import org.apache.spark.sql.Column;

/**
 * How a client's rows of one {@link HistoryTable} become one number: a statistic of a column over a
 * scope, or a sum of those. What a row holds, and whether it is in a scope, Spark works out; the
 * numbers of a client are then computed from his rows in plain Java, since Spark's own aggregates
 * take minutes to plan and compile by the hundred, and run uncompiled.
 */
@FunctionalInterface
interface Aggregate {
  /** The aggregate on rows that hold the inputs it asks for. */
  Computed on(Inputs inputs);

  static Aggregate of(Statistic statistic, Column value, Scope scope) {
    return inputs ->
        new Computed.Over(statistic, inputs.value(value), inputs.condition(scope.condition()));
  }

  /** How many rows are in the scope; 0 if none. */
  static Aggregate count(Scope scope) {
    return inputs -> new Computed.Count(inputs.condition(scope.condition()));
  }

  /** How many rows are in both. */
  static Aggregate count(Scope scope, Scope other) {
    return inputs ->
        new Computed.CountOfBoth(
            inputs.condition(scope.condition()), inputs.condition(other.condition()));
  }

  /** Missing where either is, or where the one below is 0. */
  default Aggregate over(Aggregate below) {
    return inputs -> new Computed.Ratio(on(inputs), below.on(inputs));
  }

  default Aggregate over(double below) {
    return over(inputs -> new Computed.Constant(below));
  }

  /** Missing where either is. */
  default Aggregate minus(Aggregate other) {
    return inputs -> new Computed.Difference(on(inputs), other.on(inputs));
  }

  default Aggregate minus(double other) {
    return minus(inputs -> new Computed.Constant(other));
  }
}
