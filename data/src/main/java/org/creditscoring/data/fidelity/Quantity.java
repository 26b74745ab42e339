package org.creditscoring.data.fidelity;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** What is read off a row: a column or something derived from several of them. */
sealed interface Quantity {
  /** The values of a rule: whether a row keeps it. */
  String YES = "yes";

  String NO = "no";

  String name();

  /**
   * @param of the text, empty where missing; null where the row does not count
   */
  record OfText(String name, Function<Row, String> of) implements Quantity {}

  /**
   * @param of the number, NaN where missing
   */
  record OfNumber(String name, ToDoubleFunction<Row> of) implements Quantity {}

  static Quantity text(String column) {
    return new OfText(column, row -> row.text(column));
  }

  static OfNumber number(String column) {
    return new OfNumber(column, row -> row.number(column));
  }

  /** Whether a row keeps a rule, among all rows. */
  static Quantity rule(String name, Predicate<Row> kept) {
    return rule(name, row -> true, kept);
  }

  /** Whether a row keeps a rule, among those that it is about. */
  static Quantity rule(String name, Predicate<Row> about, Predicate<Row> kept) {
    return new OfText(name, row -> !about.test(row) ? null : kept.test(row) ? YES : NO);
  }
}
