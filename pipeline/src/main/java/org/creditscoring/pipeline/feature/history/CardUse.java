package org.creditscoring.pipeline.feature.history;

import static org.apache.spark.sql.functions.col;
import static org.creditscoring.pipeline.feature.history.CardScopes.ALL;
import static org.creditscoring.pipeline.feature.history.CardScopes.OVER_LIMIT;
import static org.creditscoring.pipeline.feature.history.CardScopes.WITH_CASH;
import static org.creditscoring.pipeline.feature.history.CardScopes.WITH_DRAWING;
import static org.creditscoring.pipeline.feature.history.Quantity.text;
import static org.creditscoring.pipeline.feature.history.Statistic.HIGHEST;
import static org.creditscoring.pipeline.feature.history.Statistic.LATEST;
import static org.creditscoring.pipeline.feature.history.Statistic.MEAN;

import java.util.List;
import org.creditscoring.data.HomeCredit;
import org.creditscoring.model.feature.Groups;
import org.creditscoring.model.feature.Unit;

/** How far the card is used, and for what. */
final class CardUse {
  static final Quantity BALANCE =
      new Quantity(
          "BALANCE",
          Unit.CURRENCY,
          text("balance", "de l'encours"),
          text(
              "what is owed on a statement, 0 if it is in the client's favour",
              "ce qui est dû d'après un relevé, 0 s'il est créditeur"),
          col("BALANCE"));
  private static final Quantity USED_SHARE =
      new Quantity(
          "USED_SHARE",
          Unit.SHARE,
          text("use of the limit", "du taux d'utilisation du plafond"),
          text("balance / limit of the card", "encours / plafond de la carte"),
          col("USED_SHARE"));
  private static final Quantity LIMIT =
      new Quantity(
          "LIMIT",
          Unit.CURRENCY,
          text("limit", "du plafond"),
          text("the limit of the card in a month", "le plafond de la carte dans un mois"),
          col("LIMIT"));
  private static final Quantity DRAWN =
      new Quantity(
          "DRAWN_AMOUNT",
          Unit.CURRENCY,
          text("amount drawn", "du montant utilisé"),
          text("all drawings of a month", "toutes les utilisations d'un mois"),
          col("DRAWN"));
  private static final Quantity WITHDRAWN =
      new Quantity(
          "WITHDRAWN",
          Unit.CURRENCY,
          text("amount withdrawn in cash", "du montant retiré en espèces"),
          text("all cash withdrawals of a month", "tous les retraits d'espèces d'un mois"),
          col("WITHDRAWN"));
  private static final Quantity WITHDRAWALS =
      new Quantity(
          "WITHDRAWALS",
          Unit.COUNT,
          text("number of cash withdrawals", "du nombre de retraits d'espèces"),
          text("cash withdrawals of a month", "retraits d'espèces d'un mois"),
          col("WITHDRAWALS"));
  private static final Ratio CASH_SHARE =
      new Ratio(
          "CASH_TO_DRAWN",
          Unit.SHARE,
          text("Share of cash in the drawings", "Part des espèces dans les utilisations"),
          WITHDRAWN,
          DRAWN);
  private static final Ratio DRAWN_TO_LIMIT =
      new Ratio(
          "DRAWN_TO_LIMIT",
          Unit.SHARE,
          text("Amount drawn against the limit", "Montant utilisé rapporté au plafond"),
          DRAWN,
          LIMIT);

  private CardUse() {}

  static List<HistoryFeature> features() {
    return new Declarations(HomeCredit.CREDIT_CARD_BALANCE, "CARD")
        .group(Groups.CARD_USE)
        .count(ALL)
        .each(MEAN, USED_SHARE, ALL, ALL.last(6))
        .each(HIGHEST, USED_SHARE, ALL, ALL.last(12))
        .each(LATEST, USED_SHARE, ALL)
        .change(USED_SHARE, ALL, 6)
        .each(MEAN, BALANCE, ALL)
        .each(LATEST, BALANCE, ALL)
        .each(LATEST, LIMIT, ALL)
        .share(OVER_LIMIT, ALL)
        .share(WITH_DRAWING, ALL)
        .share(WITH_CASH, ALL, ALL.last(12))
        .each(MEAN, DRAWN, ALL, ALL.last(6))
        .each(MEAN, WITHDRAWN, ALL)
        .each(MEAN, WITHDRAWALS, ALL, ALL.last(12))
        .each(HIGHEST, WITHDRAWALS, ALL)
        .ratio(CASH_SHARE, ALL)
        .ratio(DRAWN_TO_LIMIT, ALL)
        .sinceLast(
            WITH_DRAWING, "the last drawing on the card", "la dernière utilisation de la carte")
        .sinceLast(WITH_CASH, "the last cash withdrawal", "le dernier retrait d'espèces")
        .list();
  }
}
