package org.creditscoring.pipeline.feature.history;

import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Column;

/** The kinds of instalments. */
final class InstallmentScopes {
  static final Scope ALL = Scope.every("instalments with us", "échéances chez nous");
  static final Scope LATE =
      Scope.of("LATE", "instalments paid late", "échéances payées en retard", late(0));
  static final Scope LATE_7 =
      Scope.of(
          "LATE_7D",
          "instalments paid more than 7 days late",
          "échéances payées avec plus de 7 jours de retard",
          late(7));
  static final Scope LATE_30 =
      Scope.of(
          "LATE_30D",
          "instalments paid more than 30 days late",
          "échéances payées avec plus de 30 jours de retard",
          late(30));
  static final Scope SHORT =
      Scope.of(
          "SHORT",
          "instalments not paid in full",
          "échéances incomplètement payées",
          col("SHORT").gt(0));
  static final Scope OVER =
      Scope.of(
          "OVER",
          "instalments paid beyond what was due",
          "échéances payées au-delà du dû",
          col("OVER").gt(0));
  static final Scope UNPAID =
      Scope.of("UNPAID", "unpaid instalments", "échéances impayées", col("UNPAID"));
  static final Scope CARD =
      // The publisher writes version 0 for the instalments of cards.
      Scope.of("CARD", "card instalments", "échéances de carte", col("VERSION").equalTo(0));

  private InstallmentScopes() {}

  private static Column late(int days) {
    return col("DAYS_LATE").gt(days);
  }
}
