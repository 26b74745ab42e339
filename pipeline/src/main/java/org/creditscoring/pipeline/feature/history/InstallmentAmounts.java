package org.creditscoring.pipeline.feature.history;

import static org.apache.spark.sql.functions.col;
import static org.creditscoring.pipeline.feature.history.InstallmentScopes.ALL;
import static org.creditscoring.pipeline.feature.history.InstallmentScopes.CARD;
import static org.creditscoring.pipeline.feature.history.InstallmentScopes.OVER;
import static org.creditscoring.pipeline.feature.history.InstallmentScopes.SHORT;
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

/** How much was paid, against how much was due. */
final class InstallmentAmounts {
  static final Quantity DUE =
      new Quantity(
          "DUE",
          Unit.CURRENCY,
          text("amount due", "du montant dû"),
          text("what the schedule asked for", "ce que prévoyait l'échéancier"),
          col("DUE"));
  private static final Quantity PAID =
      new Quantity(
          "PAID",
          Unit.CURRENCY,
          text("amount paid", "du montant payé"),
          text(
              "all payments for an instalment before the application",
              "tous les paiements d'une échéance avant la demande"),
          col("PAID"));
  private static final Quantity MISSING =
      new Quantity(
          "SHORT",
          Unit.CURRENCY,
          text("amount short", "du montant manquant"),
          text(
              "amount due - amount paid, 0 below one currency unit",
              "montant dû - montant payé, 0 sous une unité monétaire"),
          col("SHORT"));
  private static final Quantity VERSION =
      new Quantity(
          "VERSION",
          Unit.COUNT,
          text("version of the schedule", "de la version de l'échéancier"),
          text(
              "how often the schedule of a credit was changed, the first being 1",
              "nombre de versions de l'échéancier d'un crédit, la première étant 1"),
          col("VERSION"));
  private static final Ratio PAID_TO_DUE =
      new Ratio(
          "PAID_TO_DUE",
          Unit.SHARE,
          text("Amount paid against amount due", "Montant payé rapporté au montant dû"),
          PAID,
          DUE);

  private InstallmentAmounts() {}

  static List<HistoryFeature> features() {
    return new Declarations(HomeCredit.INSTALLMENTS_PAYMENTS, "INSTALMENT")
        .group(Groups.REPAYMENTS)
        .share(SHORT, ALL, ALL.last(12))
        .share(OVER, ALL)
        .ratio(PAID_TO_DUE, ALL)
        .each(HIGHEST, MISSING, ALL)
        .each(TOTAL, MISSING, ALL)
        .each(TOTAL, PAID, ALL, ALL.last(12))
        .each(LOWEST, PAID, ALL)
        .each(MEAN, DUE, ALL)
        .each(HIGHEST, DUE, ALL)
        .each(LATEST, DUE, ALL)
        .change(DUE, ALL, 12)
        .count(ALL)
        .sinceLast(ALL, "the last instalment due", "la dernière échéance due")
        .each(HIGHEST, VERSION, ALL)
        .share(CARD, ALL)
        .list();
  }
}
