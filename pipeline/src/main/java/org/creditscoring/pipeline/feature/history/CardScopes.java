package org.creditscoring.pipeline.feature.history;

import static org.apache.spark.sql.functions.col;

/** The kinds of card statements. */
final class CardScopes {
  static final Scope ALL = Scope.every("card statements", "relevés de carte");
  static final Scope WITH_DRAWING =
      Scope.of(
          "DRAWN",
          "card statements with a drawing",
          "relevés de carte avec utilisation",
          col("DRAWN").gt(0));
  static final Scope WITH_CASH =
      Scope.of(
          "CASH",
          "card statements with a cash withdrawal",
          "relevés de carte avec retrait d'espèces",
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
          "card statements over the limit",
          "relevés de carte au-delà du plafond",
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
          "card statements paid below the minimum",
          "relevés de carte payés sous le minimum",
          col("PAID").lt(col("LEAST_DUE").minus(InstallmentScopes.ROUNDING)));
  static final Scope LATE =
      Scope.of(
          "LATE", "late card statements", "relevés de carte en retard", col("DAYS_LATE").gt(0));

  private CardScopes() {}
}
