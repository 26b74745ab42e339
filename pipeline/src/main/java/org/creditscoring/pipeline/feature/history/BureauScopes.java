package org.creditscoring.pipeline.feature.history;

import static org.apache.spark.sql.functions.col;

/** The kinds of credits with other lenders. */
final class BureauScopes {
  static final Scope ALL = elsewhere(Scope.every("credits", "crédits"));
  static final Scope ACTIVE =
      elsewhere(
          Scope.of(
              "ACTIVE",
              "active credits",
              "crédits en cours",
              col("CREDIT_ACTIVE").equalTo("Active")));
  static final Scope CLOSED =
      elsewhere(
          Scope.of(
              "CLOSED", "closed credits", "crédits clos", col("CREDIT_ACTIVE").equalTo("Closed")));
  static final Scope CONSUMER =
      type("CONSUMER", "consumer credits", "crédits à la consommation", "Consumer credit");
  static final Scope CARDS = type("CARD", "credit cards", "cartes de crédit", "Credit card");
  static final Scope MICROLOANS = type("MICRO", "microloans", "microcrédits", "Microloan");
  static final Scope ACTIVE_CONSUMER =
      active(
          "ACTIVE_CONSUMER",
          "active consumer credits",
          "crédits à la consommation en cours",
          CONSUMER);

  private BureauScopes() {}

  /** Names a scope with the place of all credits of the bureau. */
  static Scope elsewhere(Scope scope) {
    return scope.at("elsewhere", "chez d'autres prêteurs");
  }

  private static Scope type(String code, String en, String fr, Object... types) {
    return elsewhere(Scope.of(code, en, fr, col("CREDIT_TYPE").isin(types)));
  }

  private static Scope active(String code, String en, String fr, Scope type) {
    return elsewhere(ACTIVE.which(code, en, fr, type.condition()));
  }
}
