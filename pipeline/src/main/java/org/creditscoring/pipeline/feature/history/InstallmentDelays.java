package org.creditscoring.pipeline.feature.history;

import static org.apache.spark.sql.functions.col;
import static org.creditscoring.pipeline.feature.history.InstallmentScopes.ALL;
import static org.creditscoring.pipeline.feature.history.InstallmentScopes.LATE;
import static org.creditscoring.pipeline.feature.history.InstallmentScopes.LATE_30;
import static org.creditscoring.pipeline.feature.history.InstallmentScopes.LATE_7;
import static org.creditscoring.pipeline.feature.history.InstallmentScopes.UNPAID;
import static org.creditscoring.pipeline.feature.history.Quantity.text;
import static org.creditscoring.pipeline.feature.history.Statistic.HIGHEST;
import static org.creditscoring.pipeline.feature.history.Statistic.MEAN;

import java.util.List;
import org.creditscoring.data.HomeCredit;
import org.creditscoring.model.feature.Groups;
import org.creditscoring.model.feature.Unit;

/** When instalments were paid, against when they were due. */
final class InstallmentDelays {
  private static final Quantity DAYS_LATE =
      new Quantity(
          "DAYS_LATE",
          Unit.DAYS,
          text("days late", "des jours de retard"),
          text(
              "last payment date - due date, 0 if paid on time; what is unpaid counts up to the application",
              "date du dernier paiement - date d'échéance, 0 si payée à temps ; un impayé court jusqu'à la demande"),
          col("DAYS_LATE"));
  private static final Quantity DELAY =
      new Quantity(
          "DELAY",
          Unit.DAYS,
          text("delay against the due date", "de l'écart à la date d'échéance"),
          text(
              "last payment date - due date, negative when paid early",
              "date du dernier paiement - date d'échéance, négatif en cas d'avance"),
          col("DELAY"));
  private static final Quantity DAYS_EARLY =
      new Quantity(
          "DAYS_EARLY",
          Unit.DAYS,
          text("days early", "des jours d'avance"),
          text(
              "due date - first payment date, 0 if paid later; an unpaid instalment is left out",
              "date d'échéance - date du premier paiement, 0 si payée plus tard ; une échéance impayée est écartée"),
          col("DAYS_EARLY"));
  private static final Quantity WEIGHTED =
      new Quantity(
          "DUE_DAYS_LATE",
          Unit.CURRENCY,
          text("amount due x days late", "du montant dû x jours de retard"),
          text("amount due x days late", "montant dû x jours de retard"),
          col("DUE_DAYS_LATE"));
  private static final Ratio DAYS_LATE_BY_AMOUNT =
      new Ratio(
          "DAYS_LATE_BY_AMOUNT",
          Unit.DAYS,
          text(
              "Average days late weighted by amount",
              "Moyenne des jours de retard pondérée par le montant"),
          WEIGHTED,
          InstallmentAmounts.DUE);

  private InstallmentDelays() {}

  static List<HistoryFeature> features() {
    return new Declarations(HomeCredit.INSTALLMENTS_PAYMENTS, "INSTALMENT")
        .group(Groups.ARREARS)
        .share(LATE, ALL, ALL.last(6), ALL.last(12), ALL.last(24))
        .share(LATE_7, ALL, ALL.last(12))
        .share(LATE_30, ALL)
        .count(UNPAID)
        .each(MEAN, DAYS_LATE, ALL, ALL.last(3), ALL.last(12))
        .each(HIGHEST, DAYS_LATE, ALL, ALL.last(12))
        .ratio(DAYS_LATE_BY_AMOUNT, ALL)
        .change(DAYS_LATE, ALL, 12)
        .change(DELAY, ALL, 12)
        .each(MEAN, DELAY, ALL, ALL.last(12))
        .each(MEAN, DAYS_EARLY, ALL)
        .sinceLast(LATE, "the last instalment paid late", "la dernière échéance payée en retard")
        .list();
  }
}
