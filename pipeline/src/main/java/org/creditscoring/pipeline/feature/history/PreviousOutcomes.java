package org.creditscoring.pipeline.feature.history;

import static org.apache.spark.sql.functions.col;
import static org.creditscoring.pipeline.feature.history.Aggregates.flag;
import static org.creditscoring.pipeline.feature.history.PreviousScopes.ALL;
import static org.creditscoring.pipeline.feature.history.PreviousScopes.APPROVED;
import static org.creditscoring.pipeline.feature.history.PreviousScopes.CANCELLED;
import static org.creditscoring.pipeline.feature.history.PreviousScopes.CASH;
import static org.creditscoring.pipeline.feature.history.PreviousScopes.REFUSED;
import static org.creditscoring.pipeline.feature.history.Quantity.text;
import static org.creditscoring.pipeline.feature.history.Statistic.HIGHEST;
import static org.creditscoring.pipeline.feature.history.Statistic.LATEST;

import java.util.List;
import org.creditscoring.data.HomeCredit;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Groups;
import org.creditscoring.model.feature.Unit;

/** What became of earlier applications, and why. */
final class PreviousOutcomes {
  private static final Quantity WAS_REFUSED =
      new Quantity(
          "WAS_REFUSED",
          Unit.NONE,
          text("refusal", "du refus"),
          text("1 if refused, else 0", "1 en cas de refus, sinon 0"),
          flag(REFUSED.condition()));
  private static final Quantity ASKED =
      new Quantity(
          "ASKED",
          Unit.CURRENCY,
          text("amount requested", "du montant demandé"),
          text(
              "the amount that the client first asked for",
              "le montant initialement demandé par le client"),
          col("ASKED"));
  private static final Scope BY_RULE =
      reason("REFUSED_RULE", "by the lender's rule", "par règle interne", "HC");
  private static final Scope BY_LIMIT =
      reason("REFUSED_LIMIT", "for the limit of commitment", "pour plafond d'engagement", "LIMIT");
  private static final Scope BY_SCORE =
      reason("REFUSED_SCORE", "for a low score or fraud", "pour score ou fraude", "SCO", "SCOFR");

  private PreviousOutcomes() {}

  static List<HistoryFeature> features() {
    return new Declarations(HomeCredit.PREVIOUS_APPLICATION, "PREVIOUS")
        .group(Groups.REFUSALS)
        .count(REFUSED, REFUSED.last(12))
        .share(REFUSED, ALL, ALL.last(24), CASH)
        .share(APPROVED, ALL)
        .share(CANCELLED, ALL)
        .share(BY_RULE, ALL)
        .share(BY_LIMIT, ALL)
        .share(BY_SCORE, ALL)
        .sinceLast(REFUSED, "the last refused application", "la dernière demande refusée")
        .sinceFirst(REFUSED, "the first refused application", "la première demande refusée")
        .one(
            Feature.flag("PREVIOUS_LAST_REFUSED")
                .label("Last application refused", "Dernière demande refusée")
                .description(
                    "Whether the client's last application was refused; of several on one day, any.",
                    "Indique si la dernière demande du client fut refusée ; s'il y en eut plusieurs le même jour, l'une d'elles.")
                .formula(
                    "outcome of the newest application is a refusal",
                    "la demande la plus récente fut refusée"),
            LATEST.of(WAS_REFUSED, ALL))
        .each(HIGHEST, ASKED, REFUSED)
        .list();
  }

  private static Scope reason(String code, String en, String fr, Object... reasons) {
    return REFUSED.which(
        code,
        "applications refused " + en,
        "demandes refusées " + fr,
        col("CODE_REJECT_REASON").isin(reasons));
  }
}
