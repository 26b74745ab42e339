package org.creditscoring.pipeline.feature.history;

import static org.apache.spark.sql.functions.col;
import static org.creditscoring.pipeline.feature.history.Aggregates.ratio;
import static org.creditscoring.pipeline.feature.history.BureauScopes.ALL;
import static org.creditscoring.pipeline.feature.history.Quantity.text;
import static org.creditscoring.pipeline.feature.history.Statistic.HIGHEST;
import static org.creditscoring.pipeline.feature.history.Statistic.LOWEST;
import static org.creditscoring.pipeline.feature.history.Statistic.MEAN;
import static org.creditscoring.pipeline.feature.history.Statistic.TOTAL;

import java.util.List;
import org.creditscoring.data.HomeCredit;
import org.creditscoring.model.feature.Groups;
import org.creditscoring.model.feature.Unit;

/** Late payments elsewhere, as the bureau's credits and their months tell. */
final class BureauArrears {
  private static final Quantity MAX_OVERDUE =
      new Quantity(
          "MAX_OVERDUE",
          Unit.CURRENCY,
          text("amount ever overdue", "de l'impayé constaté"),
          text(
              "the largest amount that was ever overdue on a credit",
              "le plus fort montant jamais impayé sur un crédit"),
          col("MAX_OVERDUE"));
  private static final Quantity OVERDUE =
      new Quantity(
          "OVERDUE",
          Unit.CURRENCY,
          text("amount overdue now", "de l'impayé actuel"),
          text(
              "the amount overdue on a credit at the application",
              "le montant impayé sur un crédit lors de la demande"),
          col("OVERDUE"));
  private static final Quantity EXTENSIONS =
      new Quantity(
          "EXTENSIONS",
          Unit.COUNT,
          text("extensions", "des prolongations"),
          text("how often a credit was extended", "nombre de prolongations d'un crédit"),
          col("EXTENSIONS"));
  private static final Quantity MONTHS_LATE_12 =
      new Quantity(
          "MONTHS_LATE_12M",
          Unit.COUNT,
          text("late months in the last year", "des mois de retard de la dernière année"),
          text(
              "months of the last 12 in which a credit was late",
              "mois de retard d'un crédit parmi les 12 derniers"),
          col(BureauHistory.MONTHS_LATE_12));
  private static final Quantity LATE_SHARE =
      new Quantity(
          "LATE_MONTHS_SHARE",
          Unit.SHARE,
          text("share of late months", "de la part des mois en retard"),
          text(
              "late months of a credit / its months with a known state",
              "mois de retard d'un crédit / mois dont l'état est connu"),
          ratio(col(BureauHistory.MONTHS_LATE), col(BureauHistory.MONTHS_SEEN)));
  private static final Quantity WORST =
      new Quantity(
          "WORST_DELAY",
          Unit.NONE,
          text("step of delay", "du palier de retard"),
          text(
              "the worst month of a credit, from 0, no delay, by steps of 30 days to 5, over 120 days or written off",
              "le pire mois d'un crédit, de 0, sans retard, par paliers de 30 jours, à 5, plus de 120 jours ou passé en perte"),
          col(BureauHistory.WORST_STATE));
  private static final Quantity SINCE_LATE =
      new Quantity(
          "SINCE_LATE",
          Unit.MONTHS,
          text(
              "time since the last late month", "du temps écoulé depuis le dernier mois de retard"),
          text(
              "months from the last late month of a credit to the application",
              "mois entre le dernier mois de retard d'un crédit et la demande"),
          col(BureauHistory.SINCE_LATE));
  private static final Quantity MONTHS_SEEN =
      new Quantity(
          "MONTHS_SEEN",
          Unit.MONTHS,
          text("months with a known state", "des mois dont l'état est connu"),
          text(
              "months of a credit's life of which the bureau knows the state",
              "mois de la vie d'un crédit dont le bureau connaît l'état"),
          col(BureauHistory.MONTHS_SEEN));
  private static final Scope OVERDUE_ONCE =
      BureauScopes.elsewhere(
          ALL.which(
              "OVERDUE_ONCE",
              "credits that were overdue once",
              "crédits ayant connu un impayé",
              col("MAX_OVERDUE").gt(0)));
  private static final Scope WITH_MONTHS =
      BureauScopes.elsewhere(
          ALL.which(
              "WITH_MONTHS",
              "credits with monthly states",
              "crédits suivis mois par mois",
              col(BureauHistory.MONTHS_SEEN).gt(0)));
  private static final Scope LATE_ONCE =
      BureauScopes.elsewhere(
          ALL.which(
              "LATE_ONCE",
              "credits with a late month",
              "crédits comptant un mois de retard",
              col(BureauHistory.MONTHS_LATE).gt(0)));
  private static final Ratio OVERDUE_TO_CREDIT =
      new Ratio(
          "MAX_OVERDUE_TO_CREDIT",
          Unit.SHARE,
          text(
              "Amount ever overdue against amount borrowed",
              "Impayé constaté rapporté au montant emprunté"),
          MAX_OVERDUE,
          BureauDebts.CREDIT);

  private BureauArrears() {}

  static List<HistoryFeature> features() {
    return new Declarations(HomeCredit.BUREAU, "BUREAU")
        .group(Groups.ARREARS_ELSEWHERE)
        .share(OVERDUE_ONCE, ALL)
        .each(HIGHEST, MAX_OVERDUE, ALL)
        .ratio(OVERDUE_TO_CREDIT, ALL)
        .each(TOTAL, OVERDUE, ALL)
        .each(TOTAL, EXTENSIONS, ALL)
        .share(LATE_ONCE, WITH_MONTHS)
        .each(TOTAL, MONTHS_LATE_12, WITH_MONTHS)
        .each(MEAN, LATE_SHARE, WITH_MONTHS)
        .each(HIGHEST, WORST, WITH_MONTHS)
        .each(LOWEST, SINCE_LATE, WITH_MONTHS)
        .each(MEAN, MONTHS_SEEN, WITH_MONTHS)
        .list();
  }
}
