package org.creditscoring.pipeline.feature.history;

import static org.apache.spark.sql.functions.col;
import static org.creditscoring.pipeline.feature.history.Quantity.text;
import static org.creditscoring.pipeline.feature.history.Statistic.HIGHEST;
import static org.creditscoring.pipeline.feature.history.Statistic.LOWEST;
import static org.creditscoring.pipeline.feature.history.Statistic.TOTAL;

import java.util.List;
import org.creditscoring.data.HomeCredit;
import org.creditscoring.model.feature.Groups;
import org.creditscoring.model.feature.Text;
import org.creditscoring.model.feature.Unit;

/** What the consumer and cash credits with this lender tell, month by month. */
final class PosFeatures {
  private static final Scope ALL =
      withUs(Scope.every("instalment credits", "crédits amortissables"));
  private static final Scope COMPLETED =
      withUs(
          Scope.of(
              "COMPLETED",
              "completed instalment credits",
              "crédits amortissables soldés",
              col("COMPLETED")));
  private static final Scope OPEN =
      withUs(
          Scope.of(
              "OPEN",
              "open instalment credits",
              "crédits amortissables ouverts",
              // A credit of which no month was written for half a year is no longer followed.
              col("COMPLETED")
                  .equalTo(false)
                  .and(col("LEFT").gt(0))
                  .and(col("MONTHS_AGO").leq(6))));
  private static final Scope SHORTENED =
      COMPLETED.which(
          "SHORTENED",
          "instalment credits repaid ahead of the first schedule",
          "crédits amortissables soldés avant le terme d'origine",
          col("SHORTENED"));
  private static final Scope LATE =
      Scope.of(
          "LATE",
          "instalment credits with a late month",
          "crédits amortissables comptant un mois de retard",
          col("MONTHS_LATE").gt(0));
  private static final Quantity LEFT =
      count(
          "LEFT",
          text("instalments left", "des échéances restantes"),
          text(
              "instalments still to pay in the last month known",
              "échéances restant à payer au dernier mois connu"));
  private static final Quantity TERM =
      count(
          "TERM",
          text("agreed instalments", "des échéances convenues"),
          text("the longest term that a credit had", "la plus longue durée qu'un crédit ait eue"));
  private static final Quantity MONTHS =
      count(
          "MONTHS",
          text("months followed", "des mois suivis"),
          text("months of a credit that are known", "mois connus d'un crédit"));
  private static final Quantity MONTHS_12 =
      count(
          "MONTHS_12",
          text("months followed in the last year", "des mois suivis la dernière année"),
          text("known months among the last 12", "mois connus parmi les 12 derniers"));
  private static final Quantity MONTHS_LATE =
      count(
          "MONTHS_LATE",
          text("late months", "des mois de retard"),
          text("months with days past due", "mois comptant des jours de retard"));
  private static final Quantity MONTHS_LATE_12 =
      count(
          "MONTHS_LATE_12",
          text("late months in the last year", "des mois de retard de la dernière année"),
          text("late months among the last 12", "mois de retard parmi les 12 derniers"));
  private static final Quantity DAYS_LATE =
      days(
          "DAYS_LATE",
          text("days past due", "des jours de retard"),
          text("most days past due of a credit", "plus grand retard d'un crédit, en jours"));
  private static final Quantity DAYS_LATE_TOLERANT =
      days(
          "DAYS_LATE_TOLERANT",
          text("days past due (small debts ignored)", "des jours de retard (hors petits montants)"),
          text(
              "most days past due of a credit, low amounts being tolerated",
              "plus grand retard d'un crédit en jours, les petits montants étant tolérés"));
  private static final Quantity SINCE_LATE =
      new Quantity(
          "SINCE_LATE",
          Unit.MONTHS,
          text(
              "time since the last late month", "du temps écoulé depuis le dernier mois de retard"),
          text(
              "months from the last late month of a credit to the application",
              "mois entre le dernier mois de retard d'un crédit et la demande"),
          col("SINCE_LATE"));
  private static final Quantity STARTED =
      new Quantity(
          "STARTED",
          Unit.YEARS,
          text("time since the first month", "du temps écoulé depuis le premier mois"),
          text(
              "time from the first known month of a credit to the application",
              "temps entre le premier mois connu d'un crédit et la demande"),
          col("STARTED_AGO").divide(12));

  private PosFeatures() {}

  static List<HistoryFeature> features() {
    return new Declarations(HomeCredit.POS_CASH_BALANCE, "POS")
        .group(Groups.PAST_LOANS)
        .count(ALL, COMPLETED)
        .share(COMPLETED, ALL)
        .share(SHORTENED, COMPLETED)
        .each(TOTAL, MONTHS, ALL)
        .each(HIGHEST, STARTED, ALL)
        .sinceLast(
            ALL,
            "the last month of an instalment credit",
            "le dernier mois d'un crédit amortissable")
        .sinceLast(
            COMPLETED,
            "the last completion of an instalment credit",
            "le dernier solde d'un crédit amortissable")
        .group(Groups.COMMITMENTS)
        .each(TOTAL, LEFT, OPEN)
        .ratio(
            share(
                "LEFT_SHARE",
                "Share of instalments left",
                "Part des échéances restantes",
                LEFT,
                TERM),
            OPEN)
        .group(Groups.ARREARS)
        .share(LATE, ALL)
        .ratio(
            share(
                "LATE_MONTHS",
                "Share of late months",
                "Part des mois de retard",
                MONTHS_LATE,
                MONTHS),
            ALL)
        .ratio(
            share(
                "LATE_MONTHS_12M",
                "Share of late months in the last year",
                "Part des mois de retard de la dernière année",
                MONTHS_LATE_12,
                MONTHS_12),
            ALL)
        .each(HIGHEST, DAYS_LATE, ALL)
        .each(HIGHEST, DAYS_LATE_TOLERANT, ALL)
        .each(LOWEST, SINCE_LATE, ALL)
        .list();
  }

  private static Scope withUs(Scope scope) {
    return scope.at("with us", "chez nous");
  }

  private static Quantity count(String column, Text noun, Text meaning) {
    return new Quantity(column, Unit.COUNT, noun, meaning, col(column));
  }

  private static Quantity days(String column, Text noun, Text meaning) {
    return new Quantity(column, Unit.DAYS, noun, meaning, col(column));
  }

  private static Ratio share(String code, String en, String fr, Quantity above, Quantity below) {
    return new Ratio(code, Unit.SHARE, text(en, fr), above, below);
  }
}
