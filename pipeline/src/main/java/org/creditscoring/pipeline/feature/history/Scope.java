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
 * @param noun what the rows are, in the plural and without an article
 * @param condition that such a row meets; null counts as not met
 */
record Scope(String code, Text noun, Column condition) {

  /** Every row. */
  static Scope every(String en, String fr) {
    return new Scope("", new Text(en, fr), lit(true));
  }

  static Scope of(String code, String en, String fr, Column condition) {
    return new Scope(code, new Text(en, fr), condition);
  }

  /** Those of the last months before the application. */
  Scope last(int months) {
    return new Scope(
        Wording.name(code, "LAST_" + months + "M"),
        Wording.join(
            noun, " from the last " + months + " months", " des " + months + " derniers mois"),
        condition.and(col(MONTHS_AGO).leq(months)));
  }

  /** Those that are older than the last months. */
  Scope before(int months) {
    return new Scope(
        Wording.name(code, "BEFORE_" + months + "M"),
        Wording.join(noun, " older than " + months + " months", " de plus de " + months + " mois"),
        condition.and(col(MONTHS_AGO).gt(months)));
  }

  /** Those of this scope that also meet a condition, under a code and a noun of their own. */
  Scope which(String newCode, String en, String fr, Column also) {
    return new Scope(newCode, new Text(en, fr), condition.and(also));
  }
}
