package org.creditscoring.pipeline.feature.history;

import static org.apache.spark.sql.functions.col;
import static org.creditscoring.pipeline.feature.history.BureauScopes.ACTIVE;
import static org.creditscoring.pipeline.feature.history.BureauScopes.ACTIVE_CONSUMER;
import static org.creditscoring.pipeline.feature.history.BureauScopes.ALL;
import static org.creditscoring.pipeline.feature.history.BureauScopes.CARDS;
import static org.creditscoring.pipeline.feature.history.BureauScopes.CONSUMER;
import static org.creditscoring.pipeline.feature.history.BureauScopes.MICROLOANS;
import static org.creditscoring.pipeline.feature.history.Quantity.text;
import static org.creditscoring.pipeline.feature.history.Statistic.HIGHEST;
import static org.creditscoring.pipeline.feature.history.Statistic.MEAN;
import static org.creditscoring.pipeline.feature.history.Statistic.TOTAL;

import java.util.List;
import org.creditscoring.data.HomeCredit;
import org.creditscoring.model.feature.Groups;
import org.creditscoring.model.feature.Unit;

/** How much the client owes elsewhere, and of what. */
final class BureauDebts {
  static final Quantity CREDIT =
      new Quantity(
          "CREDIT",
          Unit.CURRENCY,
          text("amount borrowed", "du montant emprunté"),
          text("the amount of a credit as reported", "le montant d'un crédit tel que déclaré"),
          col("CREDIT"));
  private static final Quantity DEBT =
      new Quantity(
          "DEBT",
          Unit.CURRENCY,
          text("debt left", "du capital restant dû"),
          text(
              "what is still owed on a credit, 0 where the client has paid too much",
              "ce qui reste dû sur un crédit, 0 en cas de trop-perçu"),
          col("DEBT"));
  private static final Quantity DEBT_SHARE =
      new Quantity(
          "DEBT_SHARE",
          Unit.SHARE,
          text("share still owed", "de la part restant due"),
          text("debt left / amount of the credit", "capital restant dû / montant du crédit"),
          col("DEBT_SHARE"));
  private static final Quantity LIMIT =
      new Quantity(
          "LIMIT",
          Unit.CURRENCY,
          text("card limit", "du plafond de carte"),
          text("the limit of a card as reported", "le plafond d'une carte tel que déclaré"),
          col("LIMIT"));
  private static final Quantity ANNUITY =
      new Quantity(
          "ANNUITY",
          Unit.CURRENCY,
          text("annuity", "de l'annuité"),
          text("the regular repayment of a credit", "le remboursement périodique d'un crédit"),
          col("ANNUITY"));
  private static final Ratio DEBT_TO_CREDIT =
      new Ratio(
          "DEBT_TO_CREDIT",
          Unit.SHARE,
          text("Debt left against amount borrowed", "Part restant due du montant emprunté"),
          DEBT,
          CREDIT);

  private BureauDebts() {}

  static List<HistoryFeature> features() {
    return new Declarations(HomeCredit.BUREAU, "BUREAU")
        .group(Groups.DEBTS_ELSEWHERE)
        .count(ALL, ACTIVE, ALL.last(12), ALL.last(24), ACTIVE.last(12))
        .count(ACTIVE_CONSUMER, MICROLOANS)
        .share(ACTIVE, ALL)
        .share(CARDS, ALL)
        .share(CONSUMER, ALL)
        .each(TOTAL, DEBT, ALL, CARDS, ALL.last(24))
        .each(MEAN, DEBT, ACTIVE)
        .each(TOTAL, CREDIT, ALL, ACTIVE, ALL.last(12))
        .each(MEAN, CREDIT, ALL, ACTIVE)
        .each(HIGHEST, CREDIT, ALL)
        .ratio(DEBT_TO_CREDIT, ALL, ACTIVE, CARDS, ACTIVE_CONSUMER, ALL.last(24))
        .each(MEAN, DEBT_SHARE, ACTIVE)
        .each(HIGHEST, DEBT_SHARE, ACTIVE)
        .each(TOTAL, LIMIT, ALL)
        .each(TOTAL, ANNUITY, ACTIVE)
        .list();
  }
}
