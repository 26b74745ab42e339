package org.creditscoring.pipeline.feature.history;

import static org.apache.spark.sql.functions.col;
import static org.creditscoring.pipeline.feature.history.PreviousScopes.ALL;
import static org.creditscoring.pipeline.feature.history.PreviousScopes.APPROVED;
import static org.creditscoring.pipeline.feature.history.PreviousScopes.APPROVED_CASH;
import static org.creditscoring.pipeline.feature.history.PreviousScopes.APPROVED_CONSUMER;
import static org.creditscoring.pipeline.feature.history.Quantity.text;
import static org.creditscoring.pipeline.feature.history.Statistic.HIGHEST;
import static org.creditscoring.pipeline.feature.history.Statistic.LATEST;
import static org.creditscoring.pipeline.feature.history.Statistic.LOWEST;
import static org.creditscoring.pipeline.feature.history.Statistic.MEAN;

import java.util.List;
import org.creditscoring.data.HomeCredit;
import org.creditscoring.model.feature.Groups;
import org.creditscoring.model.feature.Unit;

/** Length, price and down payment of earlier credits. */
final class PreviousTerms {
  private static final Quantity TERM =
      new Quantity(
          "TERM",
          Unit.MONTHS,
          text("term", "de la durée"),
          text("number of monthly instalments agreed", "nombre de mensualités convenu"),
          col("TERM"));
  private static final Quantity INTEREST =
      new Quantity(
          "INTEREST",
          Unit.SHARE,
          text("yearly interest", "de l'intérêt annuel"),
          text(
              "simple interest: (annuity x term / credit - 1) per year of the term",
              "intérêt simple : (annuité x durée / crédit - 1) par année de durée"),
          col("INTEREST"));
  private static final Quantity DOWN_RATE =
      new Quantity(
          "DOWN_RATE",
          Unit.SHARE,
          text("share of down payment", "du taux d'apport"),
          text(
              "down payment as a share of the credit, as normalised by the publisher",
              "apport rapporté au crédit, tel que normalisé par le producteur des données"),
          col("DOWN_RATE"));
  private static final Quantity DOWN_PAYMENT =
      new Quantity(
          "DOWN_PAYMENT",
          Unit.CURRENCY,
          text("down payment", "de l'apport"),
          text("amount paid by the client at the start", "montant versé au départ par le client"),
          col("DOWN_PAYMENT"));
  private static final Quantity GRANTED_SHARE =
      new Quantity(
          "GRANTED_TO_ASKED",
          Unit.SHARE,
          text(
              "amount granted against requested", "du montant accordé rapporté au montant demandé"),
          text(
              "amount granted / amount that the client asked for",
              "montant accordé / montant demandé par le client"),
          col("GRANTED_SHARE"));
  private static final Scope INSURED =
      Scope.of(
          "INSURED",
          "applications with insurance",
          "demandes avec assurance",
          col("INSURED").equalTo(1));
  private static final Scope HIGH_RATE = rate("HIGH_RATE", "a high rate", "à taux élevé", "high");
  private static final Scope MIDDLE_RATE =
      rate("MIDDLE_RATE", "a middle rate", "à taux moyen", "middle");
  private static final Scope LOW_RATE =
      rate("LOW_RATE", "a low rate", "à taux bas", "low_normal", "low_action");

  private PreviousTerms() {}

  static List<HistoryFeature> features() {
    return new Declarations(HomeCredit.PREVIOUS_APPLICATION, "PREVIOUS")
        .group(Groups.PAST_TERMS)
        .each(MEAN, TERM, APPROVED, APPROVED_CASH, APPROVED_CONSUMER)
        .each(HIGHEST, TERM, APPROVED)
        .each(LATEST, TERM, APPROVED)
        .each(MEAN, INTEREST, APPROVED, APPROVED_CONSUMER)
        .each(HIGHEST, INTEREST, APPROVED)
        .each(LOWEST, INTEREST, APPROVED)
        .each(LATEST, INTEREST, APPROVED)
        .each(MEAN, DOWN_RATE, APPROVED)
        .each(HIGHEST, DOWN_RATE, APPROVED)
        .each(LATEST, DOWN_RATE, APPROVED)
        .each(HIGHEST, DOWN_PAYMENT, APPROVED)
        .each(MEAN, GRANTED_SHARE, ALL, APPROVED)
        .each(HIGHEST, GRANTED_SHARE, APPROVED)
        .each(LOWEST, GRANTED_SHARE, ALL)
        .share(INSURED, APPROVED)
        .share(HIGH_RATE, ALL)
        .share(MIDDLE_RATE, ALL)
        .share(LOW_RATE, ALL)
        .list();
  }

  private static Scope rate(String code, String en, String fr, Object... groups) {
    return Scope.of(
        code, "applications with " + en, "demandes " + fr, col("NAME_YIELD_GROUP").isin(groups));
  }
}
