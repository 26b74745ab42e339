package org.creditscoring.pipeline.feature.history;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.creditscoring.pipeline.feature.history.HistoryTable.MONTHS_AGO;

import org.apache.spark.sql.Column;
import org.creditscoring.model.feature.Text;

/**
 * Some of a client's rows in a table: all, those of a kind, those of a time.
 *
 * @param code in the names of features; empty for all rows
 * @param kind what the rows are among those of their table, in the plural and without an article
 * @param noun the same where the table is not named beside it
 * @param condition that such a row meets; null counts as not met
 */
record Scope(String code, Text kind, Text noun, Column condition) {

  /** Every row. */
  static Scope every(String en, String fr) {
    return of("", en, fr, lit(true));
  }

  static Scope of(String code, String en, String fr, Column condition) {
    Text noun = new Text(en, fr);
    return new Scope(code, noun, noun, condition);
  }

  /** Named with the place where its rows come from. */
  Scope at(String en, String fr) {
    return new Scope(code, kind, Wording.join(noun, " " + en, " " + fr), condition);
  }

  /** Those of this scope that also meet a condition, under a code and a noun of their own. */
  Scope which(String newCode, String en, String fr, Column also) {
    return of(newCode, en, fr, condition.and(also));
  }

  /** Those of the last months before the application. */
  Scope last(int months) {
    return dated(
        "LAST_" + months + "M",
        " from the last " + months + " months",
        " des " + months + " derniers mois",
        col(MONTHS_AGO).leq(months));
  }

  /** Those that are older than the last months. */
  Scope before(int months) {
    return dated(
        "BEFORE_" + months + "M",
        " older than " + months + " months",
        " de plus de " + months + " mois",
        col(MONTHS_AGO).gt(months));
  }

  private Scope dated(String time, String en, String fr, Column when) {
    return new Scope(
        Wording.name(code, time),
        Wording.join(kind, en, fr),
        Wording.join(noun, en, fr),
        condition.and(when));
  }
}
