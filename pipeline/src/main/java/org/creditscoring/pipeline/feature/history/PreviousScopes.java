package org.creditscoring.pipeline.feature.history;

import static org.apache.spark.sql.functions.col;

/** The kinds of earlier applications. */
final class PreviousScopes {
  static final Scope ALL = Scope.every("earlier applications", "demandes antérieures");
  static final Scope APPROVED =
      status("APPROVED", "approved applications", "demandes accordées", "Approved");
  static final Scope REFUSED =
      status("REFUSED", "refused applications", "demandes refusées", "Refused");
  static final Scope CANCELLED =
      status("CANCELLED", "cancelled applications", "demandes annulées", "Canceled");
  static final Scope CASH =
      type("CASH", "applications for a cash loan", "demandes de prêt personnel", "Cash loans");
  static final Scope CONSUMER =
      type(
          "CONSUMER",
          "applications for a consumer loan",
          "demandes de crédit affecté",
          "Consumer loans");
  static final Scope REVOLVING =
      type(
          "REVOLVING",
          "applications for a revolving credit",
          "demandes de crédit renouvelable",
          "Revolving loans");
  static final Scope APPROVED_CASH =
      APPROVED.which(
          "APPROVED_CASH", "cash loans granted", "prêts personnels accordés", CASH.condition());
  static final Scope APPROVED_CONSUMER =
      APPROVED.which(
          "APPROVED_CONSUMER",
          "consumer loans granted",
          "crédits affectés accordés",
          CONSUMER.condition());
  static final Scope RUNNING =
      Scope.of("RUNNING", "running credits with us", "crédits en cours chez nous", col("RUNNING"));

  private PreviousScopes() {}

  private static Scope status(String code, String en, String fr, String status) {
    return Scope.of(code, en, fr, col("NAME_CONTRACT_STATUS").equalTo(status));
  }

  private static Scope type(String code, String en, String fr, String type) {
    return Scope.of(code, en, fr, col("NAME_CONTRACT_TYPE").equalTo(type));
  }
}
