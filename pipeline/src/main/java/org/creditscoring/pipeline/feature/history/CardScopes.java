package org.creditscoring.pipeline.feature.history;

import static org.apache.spark.sql.functions.col;

/** The kinds of card statements. */
final class CardScopes {
  static final Scope ALL = Scope.every("card statements", "relevés de carte");
  static final Scope WITH_DRAWING =
      Scope.of(
          "DRAWN", "statements with a drawing", "relevés avec utilisation", col("DRAWN").gt(0));
  static final Scope WITH_CASH =
      Scope.of(
          "CASH",
          "statements with a cash withdrawal",
          "relevés avec retrait d'espèces",
          col("WITHDRAWN").gt(0));
  static final Scope WITH_BALANCE =
      Scope.of(
          "OWING",
          "card statements with a balance",
          "relevés de carte avec un encours",
          col("BALANCE").gt(0));
  static final Scope OVER_LIMIT =
      Scope.of(
          "OVER_LIMIT",
          "statements over the limit",
          "relevés au-delà du plafond",
          col("USED_SHARE").gt(1));
  static final Scope DUE =
      Scope.of(
          "DUE",
          "card statements with a repayment due",
          "relevés de carte avec une mensualité exigible",
          col("LEAST_DUE").gt(0));
  static final Scope UNDERPAID =
      DUE.which(
          "UNDERPAID",
          "statements paid below the minimum",
          "relevés payés sous le minimum",
          col("PAID").lt(col("LEAST_DUE").minus(InstallmentHistory.ROUNDING)));
  static final Scope LATE =
      Scope.of("LATE", "late statements", "relevés en retard", col("DAYS_LATE").gt(0));

  private CardScopes() {}
}
