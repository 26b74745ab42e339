package org.creditscoring.pipeline.feature.history;

import static org.apache.spark.sql.functions.col;
import static org.creditscoring.pipeline.feature.history.PreviousScopes.ALL;
import static org.creditscoring.pipeline.feature.history.PreviousScopes.APPROVED;
import static org.creditscoring.pipeline.feature.history.PreviousScopes.APPROVED_CONSUMER;
import static org.creditscoring.pipeline.feature.history.PreviousScopes.RUNNING;
import static org.creditscoring.pipeline.feature.history.Quantity.text;
import static org.creditscoring.pipeline.feature.history.Statistic.HIGHEST;
import static org.creditscoring.pipeline.feature.history.Statistic.LATEST;
import static org.creditscoring.pipeline.feature.history.Statistic.LOWEST;
import static org.creditscoring.pipeline.feature.history.Statistic.MEAN;
import static org.creditscoring.pipeline.feature.history.Statistic.TOTAL;

import java.util.List;
import org.creditscoring.data.HomeCredit;
import org.creditscoring.model.feature.Groups;
import org.creditscoring.model.feature.Unit;

/** How much and how long the client has borrowed from this lender, and what is still to pay. */
final class PreviousLoans {
  private static final Quantity CREDIT =
      new Quantity(
          "CREDIT",
          Unit.CURRENCY,
          text("amount granted", "du montant accordé"),
          text("the final amount of a credit", "le montant final d'un crédit"),
          col("CREDIT"));
  private static final Quantity ANNUITY =
      new Quantity(
          "ANNUITY",
          Unit.CURRENCY,
          text("annuity", "de l'annuité"),
          text("the regular repayment of a credit", "le remboursement périodique d'un crédit"),
          col("ANNUITY"));
  private static final Quantity ENDED_EARLY =
      new Quantity(
          "ENDED_EARLY",
          Unit.MONTHS,
          text("time gained on the schedule", "de l'avance sur l'échéancier"),
          text(
              "time from the last due date to the one first planned, positive when repaid early",
              "temps entre la dernière échéance et celle prévue à l'origine, positif en cas de remboursement anticipé"),
          col("ENDED_EARLY"));
  private static final Quantity SINCE_END =
      new Quantity(
          "SINCE_END",
          Unit.MONTHS,
          text("time since the end", "du temps écoulé depuis la fin"),
          text(
              "time from the end of a credit to the application",
              "temps entre la fin d'un crédit et la demande"),
          col("SINCE_END"));
  private static final Quantity MONTHS_LEFT =
      new Quantity(
          "MONTHS_LEFT",
          Unit.MONTHS,
          text("time left on the schedule", "de la durée restante de l'échéancier"),
          text(
              "time from the application to the last due date first planned, 0 once it is past",
              "temps entre la demande et la dernière échéance prévue à l'origine, 0 une fois celle-ci passée"),
          col("MONTHS_LEFT"));
  private static final Quantity AMOUNT_LEFT =
      new Quantity(
          "AMOUNT_LEFT",
          Unit.CURRENCY,
          text("amount still to pay", "du montant restant à payer"),
          text(
              "annuity of a credit x months left on its schedule",
              "annuité d'un crédit x mois restants de son échéancier"),
          col("AMOUNT_LEFT"));
  private static final Ratio LEFT_TO_CREDIT =
      new Ratio(
          "LEFT_TO_CREDIT",
          Unit.SHARE,
          text(
              "Amount still to pay against amount granted",
              "Part restant à payer du montant accordé"),
          AMOUNT_LEFT,
          CREDIT);

  private PreviousLoans() {}

  static List<HistoryFeature> features() {
    return new Declarations(HomeCredit.PREVIOUS_APPLICATION, "PREVIOUS")
        .group(Groups.PAST_LOANS)
        .count(ALL, ALL.last(6), ALL.last(24), APPROVED)
        .sinceLast(ALL, "the last application", "la dernière demande")
        .sinceLast(APPROVED, "the last approved application", "la dernière demande accordée")
        .sinceLast(
            APPROVED_CONSUMER,
            "the last consumer loan granted",
            "le dernier crédit affecté accordé")
        .sinceFirst(ALL, "the first application", "la première demande")
        .each(MEAN, CREDIT, APPROVED)
        .each(HIGHEST, CREDIT, APPROVED)
        .each(TOTAL, CREDIT, APPROVED)
        .each(LATEST, CREDIT, APPROVED)
        .each(MEAN, ANNUITY, APPROVED)
        .each(HIGHEST, ANNUITY, APPROVED)
        .each(LATEST, ANNUITY, APPROVED)
        .each(MEAN, ENDED_EARLY, APPROVED)
        .each(LOWEST, SINCE_END, APPROVED)
        .each(MEAN, SINCE_END, APPROVED)
        .group(Groups.COMMITMENTS)
        .count(RUNNING)
        .each(TOTAL, ANNUITY, RUNNING)
        .each(TOTAL, AMOUNT_LEFT, RUNNING)
        .each(HIGHEST, MONTHS_LEFT, RUNNING)
        .ratio(LEFT_TO_CREDIT, RUNNING)
        .list();
  }
}
