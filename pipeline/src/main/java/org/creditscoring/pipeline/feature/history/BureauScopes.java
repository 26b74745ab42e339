package org.creditscoring.pipeline.feature.history;

import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Column;

/** The kinds of credits with other lenders. */
final class BureauScopes {
  static final Scope ALL = Scope.every("credits elsewhere", "crédits chez d'autres prêteurs");
  static final Scope ACTIVE =
      Scope.of(
          "ACTIVE",
          "active credits elsewhere",
          "crédits en cours chez d'autres prêteurs",
          col("CREDIT_ACTIVE").equalTo("Active"));
  static final Scope CLOSED =
      Scope.of(
          "CLOSED",
          "closed credits elsewhere",
          "crédits clos chez d'autres prêteurs",
          col("CREDIT_ACTIVE").equalTo("Closed"));
  static final Scope CONSUMER =
      type("CONSUMER", "consumer credits", "crédits à la consommation", "Consumer credit");
  static final Scope CARDS = type("CARD", "credit cards", "cartes de crédit", "Credit card");
  static final Scope MORTGAGES =
      type("MORTGAGE", "mortgages", "crédits immobiliers", "Mortgage", "Real estate loan");
  static final Scope CAR_LOANS = type("CAR", "car loans", "crédits automobiles", "Car loan");
  static final Scope MICROLOANS = type("MICRO", "microloans", "microcrédits", "Microloan");
  static final Scope ACTIVE_CARDS =
      active("ACTIVE_CARD", "active credit cards", "cartes de crédit actives", CARDS);
  static final Scope ACTIVE_CONSUMER =
      active(
          "ACTIVE_CONSUMER",
          "active consumer credits",
          "crédits à la consommation en cours",
          CONSUMER);

  private BureauScopes() {}

  private static Scope type(String code, String en, String fr, Object... types) {
    Column condition = col("CREDIT_TYPE").isin(types);
    return Scope.of(code, en + " elsewhere", fr + " chez d'autres prêteurs", condition);
  }

  private static Scope active(String code, String en, String fr, Scope type) {
    return ACTIVE.which(code, en + " elsewhere", fr + " chez d'autres prêteurs", type.condition());
  }
}
