package org.creditscoring.pipeline.feature.history;

import static org.apache.spark.sql.functions.col;
import static org.creditscoring.pipeline.feature.history.PreviousScopes.ALL;
import static org.creditscoring.pipeline.feature.history.PreviousScopes.CASH;
import static org.creditscoring.pipeline.feature.history.PreviousScopes.REVOLVING;
import static org.creditscoring.pipeline.feature.history.Quantity.text;
import static org.creditscoring.pipeline.feature.history.Statistic.LATEST;
import static org.creditscoring.pipeline.feature.history.Statistic.MEAN;

import java.util.List;
import org.creditscoring.data.HomeCredit;
import org.creditscoring.model.feature.Groups;
import org.creditscoring.model.feature.Unit;

/** Of what kind earlier applications were, and by what way they came. */
final class PreviousSales {
  private static final Quantity SELLER_AREA =
      new Quantity(
          "SELLER_AREA",
          Unit.NONE,
          text("sales area of the seller", "de la surface de vente du vendeur"),
          text(
              "sales area of the place where the credit was sold",
              "surface de vente du lieu où le crédit fut vendu"),
          col("SELLER_AREA"));
  private static final Quantity HOUR =
      new Quantity(
          "HOUR",
          Unit.HOUR,
          text("hour of the day", "de l'heure"),
          text("hour of the day of the application", "heure de la demande"),
          col("HOUR"));
  private static final Scope OFFERED =
      by(
          "OFFERED",
          "offered to a known client",
          "proposées à un client connu",
          "NAME_PRODUCT_TYPE",
          "x-sell");
  private static final Scope WALK_IN =
      by(
          "WALK_IN",
          "of a client who walked in",
          "en démarche spontanée",
          "NAME_PRODUCT_TYPE",
          "walk-in");
  private static final Scope AS_NEW =
      by(
          "AS_NEW",
          "made as a new client",
          "faites comme nouveau client",
          "NAME_CLIENT_TYPE",
          "New");
  private static final Scope PARTNERS =
      by(
          "PARTNER",
          "made at a partner for cash loans",
          "faites chez un partenaire de prêts",
          "CHANNEL_TYPE",
          "AP+ (Cash loan)");
  private static final Scope NETWORK =
      by(
          "NETWORK",
          "made in the nationwide network",
          "faites dans le réseau national",
          "CHANNEL_TYPE",
          "Country-wide");
  private static final Scope SHOPS =
      by(
          "SHOP",
          "made in a stone-built shop",
          "faites dans une boutique en dur",
          "CHANNEL_TYPE",
          "Stone");
  private static final Scope PHONES =
      by(
          "PHONE",
          "for a mobile phone",
          "pour un téléphone mobile",
          "NAME_GOODS_CATEGORY",
          "Mobile");
  private static final Scope AT_BANK =
      by(
          "AT_BANK",
          "repaid in cash at the bank",
          "remboursées en espèces au guichet",
          "NAME_PAYMENT_TYPE",
          "Cash through the bank");

  private PreviousSales() {}

  static List<HistoryFeature> features() {
    Declarations sales =
        new Declarations(HomeCredit.PREVIOUS_APPLICATION, "PREVIOUS").group(Groups.PAST_SALES);
    List.of(CASH, REVOLVING, OFFERED, WALK_IN, AS_NEW, PARTNERS, NETWORK, SHOPS, PHONES, AT_BANK)
        .forEach(part -> sales.share(part, ALL));
    return sales
        .each(MEAN, SELLER_AREA, ALL)
        .each(LATEST, SELLER_AREA, ALL)
        .each(MEAN, HOUR, ALL)
        .each(LATEST, HOUR, ALL)
        .list();
  }

  private static Scope by(String code, String en, String fr, String column, String value) {
    return Scope.of(code, "applications " + en, "demandes " + fr, col(column).equalTo(value));
  }
}
