package org.creditscoring.pipeline.feature.history;

import static org.apache.spark.sql.functions.col;
import static org.creditscoring.pipeline.feature.history.Aggregates.DAYS_PER_MONTH;
import static org.creditscoring.pipeline.feature.history.Aggregates.DAYS_PER_YEAR;
import static org.creditscoring.pipeline.feature.history.BureauScopes.ACTIVE;
import static org.creditscoring.pipeline.feature.history.BureauScopes.ALL;
import static org.creditscoring.pipeline.feature.history.BureauScopes.CARDS;
import static org.creditscoring.pipeline.feature.history.BureauScopes.CLOSED;
import static org.creditscoring.pipeline.feature.history.BureauScopes.CONSUMER;
import static org.creditscoring.pipeline.feature.history.HistoryTable.MONTHS_AGO;
import static org.creditscoring.pipeline.feature.history.Quantity.text;
import static org.creditscoring.pipeline.feature.history.Statistic.HIGHEST;
import static org.creditscoring.pipeline.feature.history.Statistic.LOWEST;
import static org.creditscoring.pipeline.feature.history.Statistic.MEAN;

import java.util.List;
import org.creditscoring.data.HomeCredit;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Groups;
import org.creditscoring.model.feature.Unit;

/** How long and how regularly the client has borrowed elsewhere. */
final class BureauRecord {
  private static final Quantity AGE =
      new Quantity(
          "AGE",
          Unit.YEARS,
          text("age", "de l'ancienneté"),
          text(
              "time from the start of a credit to the application",
              "temps écoulé entre le début d'un crédit et la demande"),
          col(MONTHS_AGO).divide(12));
  private static final Quantity TERM =
      new Quantity(
          "TERM",
          Unit.YEARS,
          text("planned term", "de la durée prévue"),
          text(
              "time from the start of a credit to its planned end",
              "temps entre le début d'un crédit et sa fin prévue"),
          col("PLANNED_END").plus(col(HistoryTable.AGO)).divide(DAYS_PER_YEAR));
  private static final Quantity LEFT =
      new Quantity(
          "YEARS_LEFT",
          Unit.YEARS,
          text("time left until the planned end", "de la durée restante jusqu'à la fin prévue"),
          text(
              "time from the application to the planned end of a credit, negative once it is past",
              "temps entre la demande et la fin prévue d'un crédit, négatif une fois celle-ci passée"),
          col("PLANNED_END").divide(DAYS_PER_YEAR));
  private static final Quantity EARLY =
      new Quantity(
          "CLOSED_EARLY",
          Unit.MONTHS,
          text("time gained on the planned end", "de l'avance sur la fin prévue"),
          text(
              "time from the actual end of a credit to its planned end",
              "temps entre la fin effective d'un crédit et sa fin prévue"),
          col("PLANNED_END").minus(col("CLOSED")).divide(DAYS_PER_MONTH));
  private static final Quantity SINCE_CLOSED =
      new Quantity(
          "SINCE_CLOSED",
          Unit.MONTHS,
          text("time since the end", "du temps écoulé depuis la fin"),
          text(
              "time from the actual end of a credit to the application",
              "temps entre la fin effective d'un crédit et la demande"),
          col("CLOSED").divide(-DAYS_PER_MONTH));
  private static final Quantity REPORTED =
      new Quantity(
          "SINCE_REPORT",
          Unit.MONTHS,
          text("time since the last report", "du temps écoulé depuis la dernière mise à jour"),
          text(
              "time from the bureau's last news of a credit to the application",
              "temps entre la dernière information reçue sur un crédit et la demande"),
          col("REPORTED_MONTHS_AGO"));

  private BureauRecord() {}

  static List<HistoryFeature> features() {
    return new Declarations(HomeCredit.BUREAU, "BUREAU")
        .group(Groups.RECORD_ELSEWHERE)
        .sinceLast(ALL, "the last credit elsewhere", "le dernier crédit chez un autre prêteur")
        .sinceLast(
            ACTIVE,
            "the last credit elsewhere that is still active",
            "le dernier crédit encore en cours chez un autre prêteur")
        .sinceLast(
            CONSUMER,
            "the last consumer credit elsewhere",
            "le dernier crédit à la consommation chez un autre prêteur")
        .sinceLast(
            CARDS,
            "the last credit card elsewhere",
            "la dernière carte de crédit chez un autre prêteur")
        .sinceFirst(ALL, "the first credit elsewhere", "le premier crédit chez un autre prêteur")
        .sinceFirst(
            ACTIVE,
            "the oldest credit elsewhere that is still active",
            "le plus ancien crédit encore en cours chez un autre prêteur")
        .one(
            Feature.number("BUREAU_MONTHS_BETWEEN", Unit.MONTHS)
                .label(
                    "Time between two credits elsewhere",
                    "Intervalle entre deux crédits chez d'autres prêteurs")
                .description(
                    "Average time from the start of one credit elsewhere to the next; missing with fewer than two.",
                    "Temps moyen entre les débuts de deux crédits successifs ailleurs ; manquant s'il y en a moins de deux.")
                .formula(
                    "(oldest start - newest start) / (number of credits - 1)",
                    "(début le plus ancien - début le plus récent) / (nombre de crédits - 1)"),
            between())
        .each(MEAN, AGE, ALL, ACTIVE, CLOSED)
        .each(MEAN, TERM, ALL, CONSUMER)
        .each(HIGHEST, LEFT, ACTIVE)
        .each(LOWEST, LEFT, ACTIVE)
        .each(MEAN, LEFT, ACTIVE, ALL)
        .each(MEAN, EARLY, CLOSED)
        .each(LOWEST, SINCE_CLOSED, CLOSED)
        .each(LOWEST, REPORTED, ALL)
        .each(MEAN, REPORTED, ALL, ACTIVE)
        .list();
  }

  private static Aggregate between() {
    Aggregate oldest = Aggregate.of(HIGHEST, col(MONTHS_AGO), ALL);
    Aggregate newest = Aggregate.of(LOWEST, col(MONTHS_AGO), ALL);
    return oldest.minus(newest).over(Aggregate.count(ALL).minus(1));
  }
}
