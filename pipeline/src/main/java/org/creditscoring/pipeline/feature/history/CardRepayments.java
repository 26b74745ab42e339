package org.creditscoring.pipeline.feature.history;

import static org.apache.spark.sql.functions.col;
import static org.creditscoring.pipeline.feature.history.CardScopes.ALL;
import static org.creditscoring.pipeline.feature.history.CardScopes.DUE;
import static org.creditscoring.pipeline.feature.history.CardScopes.LATE;
import static org.creditscoring.pipeline.feature.history.CardScopes.UNDERPAID;
import static org.creditscoring.pipeline.feature.history.CardScopes.WITH_BALANCE;
import static org.creditscoring.pipeline.feature.history.Quantity.text;
import static org.creditscoring.pipeline.feature.history.Statistic.HIGHEST;
import static org.creditscoring.pipeline.feature.history.Statistic.MEAN;

import java.util.List;
import org.creditscoring.data.HomeCredit;
import org.creditscoring.model.feature.Groups;
import org.creditscoring.model.feature.Unit;

/** How the card is paid back. */
final class CardRepayments {
  private static final Quantity PAID =
      new Quantity(
          "PAID",
          Unit.CURRENCY,
          text("amount paid", "du montant payé"),
          text("all that was paid in a month", "tout ce qui fut payé dans un mois"),
          col("PAID"));
  private static final Quantity LEAST_DUE =
      new Quantity(
          "LEAST_DUE",
          Unit.CURRENCY,
          text("smallest repayment due", "de la mensualité minimale"),
          text("the least to be paid in a month", "le minimum exigible dans un mois"),
          col("LEAST_DUE"));
  private static final Quantity DAYS_LATE_TOLERANT =
      new Quantity(
          "DAYS_LATE_TOLERANT",
          Unit.DAYS,
          text("days past due (small debts ignored)", "des jours de retard (hors petits montants)"),
          text(
              "days past due on a statement, low amounts being tolerated",
              "jours de retard d'après un relevé, les petits montants étant tolérés"),
          col("DAYS_LATE_TOLERANT"));
  private static final Quantity INSTALMENTS_PAID =
      new Quantity(
          "INSTALMENTS_PAID",
          Unit.COUNT,
          text("number of instalments paid so far", "du nombre d'échéances payées à ce jour"),
          text(
              "instalments paid since the card was opened",
              "échéances payées depuis l'ouverture de la carte"),
          col("INSTALMENTS_PAID"));
  private static final Quantity INTEREST =
      new Quantity(
          "INTEREST",
          Unit.CURRENCY,
          text("interest and fees owed", "des intérêts et frais dus"),
          text("total owed - principal owed", "total dû - capital dû"),
          col("INTEREST"));
  private static final Ratio PAID_TO_LEAST =
      new Ratio(
          "PAID_TO_LEAST",
          Unit.RATIO,
          text("Amount paid against the minimum", "Montant payé rapporté au minimum exigible"),
          PAID,
          LEAST_DUE);
  private static final Ratio PAID_TO_BALANCE =
      new Ratio(
          "PAID_TO_BALANCE",
          Unit.SHARE,
          text("Amount paid against the balance", "Montant payé rapporté à l'encours"),
          PAID,
          CardUse.BALANCE);
  private static final Ratio INTEREST_TO_BALANCE =
      new Ratio(
          "INTEREST_TO_BALANCE",
          Unit.SHARE,
          text("Interest and fees against the balance", "Intérêts et frais rapportés à l'encours"),
          INTEREST,
          CardUse.BALANCE);

  private CardRepayments() {}

  static List<HistoryFeature> features() {
    return new Declarations(HomeCredit.CREDIT_CARD_BALANCE, "CARD")
        .group(Groups.CARD_USE)
        .each(MEAN, PAID, ALL)
        .ratio(PAID_TO_LEAST, DUE)
        .ratio(PAID_TO_BALANCE, WITH_BALANCE)
        .ratio(INTEREST_TO_BALANCE, WITH_BALANCE)
        .each(HIGHEST, INSTALMENTS_PAID, ALL)
        .group(Groups.ARREARS)
        .share(UNDERPAID, DUE)
        .share(LATE, ALL, ALL.last(12))
        .each(HIGHEST, DAYS_LATE_TOLERANT, ALL)
        .list();
  }
}
