package org.creditscoring.model.feature;

import static org.creditscoring.model.feature.Feature.number;
import static org.creditscoring.model.feature.RowFeatures.feature;
import static org.creditscoring.model.feature.RowFeatures.ratio;
import static org.creditscoring.model.feature.RowFeatures.years;

import java.util.List;
import java.util.stream.Stream;

/** Row features that set the credit against income and the price of the goods. */
final class Affordability {
  private Affordability() {}

  static List<RowFeature> all() {
    return Stream.of(burden(), terms()).flatMap(List::stream).toList();
  }

  private static List<RowFeature> burden() {
    return List.of(
        feature(
            number("CREDIT_TO_INCOME", Unit.RATIO)
                .group(Groups.CREDIT_TERMS)
                .label("Credit against yearly income", "Crédit rapporté au revenu annuel")
                .description(
                    "How many yearly incomes the credit amounts to.",
                    "Nombre d'années de revenu que représente le crédit.")
                .formula(
                    "amount of the credit / yearly income", "montant du crédit / revenu annuel")
                .actionable(),
            row -> ratio(row, "AMT_CREDIT", "AMT_INCOME_TOTAL"),
            "AMT_CREDIT",
            "AMT_INCOME_TOTAL"),
        feature(
            number("ANNUITY_TO_INCOME", Unit.SHARE)
                .group(Groups.CREDIT_TERMS)
                .label("Annuity against yearly income", "Annuité rapportée au revenu annuel")
                .description(
                    "Share of the yearly income that the annuity of the credit takes.",
                    "Part du revenu annuel absorbée par l'annuité du crédit.")
                .formula("annuity / yearly income", "annuité / revenu annuel")
                .actionable(),
            row -> ratio(row, "AMT_ANNUITY", "AMT_INCOME_TOTAL"),
            "AMT_ANNUITY",
            "AMT_INCOME_TOTAL"),
        feature(
            number("INCOME_PER_DEPENDANT", Unit.CURRENCY)
                .group(Groups.INCOME)
                .label(
                    "Income for the client and each child", "Revenu par personne, enfants compris")
                .description(
                    "Yearly income shared between the client and the children to provide for.",
                    "Revenu annuel partagé entre le client et les enfants à charge.")
                .formula("yearly income / (1 + children)", "revenu annuel / (1 + enfants)")
                .justified(
                    "What is left per head measures capacity to repay; a spouse is not counted, so that family status stays out.",
                    "Les ressources par tête mesurent la capacité de remboursement ; le conjoint n'est pas compté, de sorte que la situation familiale reste hors du modèle."),
            row -> row.number("AMT_INCOME_TOTAL") / (1.0 + row.number("CNT_CHILDREN")),
            "AMT_INCOME_TOTAL",
            "CNT_CHILDREN"),
        feature(
            number("INCOME_TO_AGE", Unit.CURRENCY)
                .group(Groups.INCOME)
                .label("Income per year of age", "Revenu par année d'âge")
                .description(
                    "Yearly income divided by the client's age in years.",
                    "Revenu annuel divisé par l'âge du client.")
                .formula("yearly income / age", "revenu annuel / âge")
                .justified(
                    "It sets an income in proportion to a working life; it carries age for the same reason as age itself.",
                    "Il rapporte le revenu à la durée de vie active ; l'âge y entre pour la même raison que l'âge lui-même."),
            row -> row.number("AMT_INCOME_TOTAL") / years(row, "DAYS_BIRTH"),
            "AMT_INCOME_TOTAL",
            "DAYS_BIRTH"));
  }

  private static List<RowFeature> terms() {
    return List.of(
        feature(
            number("CREDIT_TERM", Unit.COUNT)
                .group(Groups.CREDIT_TERMS)
                .label("Annuities to repay the credit", "Nombre d'annuités du crédit")
                .description(
                    "How many annuities repay the credit, interest left aside: a measure of its length and price.",
                    "Nombre d'annuités qui remboursent le crédit hors intérêts : mesure de sa durée et de son prix.")
                .formula("amount of the credit / annuity", "montant du crédit / annuité")
                .actionable(),
            row -> ratio(row, "AMT_CREDIT", "AMT_ANNUITY"),
            "AMT_CREDIT",
            "AMT_ANNUITY"),
        feature(
            number("CREDIT_TO_GOODS", Unit.RATIO)
                .group(Groups.CREDIT_TERMS)
                .label("Credit against the price of the goods", "Crédit rapporté au prix du bien")
                .description(
                    "Amount of the credit for each unit of price of the goods: above 1 when fees or insurance are financed too.",
                    "Montant du crédit par unité de prix du bien : supérieur à 1 si des frais ou une assurance sont aussi financés.")
                .formula(
                    "amount of the credit / price of the goods", "montant du crédit / prix du bien")
                .actionable(),
            row -> ratio(row, "AMT_CREDIT", "AMT_GOODS_PRICE"),
            "AMT_CREDIT",
            "AMT_GOODS_PRICE"),
        feature(
            number("GOODS_TO_INCOME", Unit.RATIO)
                .group(Groups.GOODS)
                .label("Price of the goods against income", "Prix du bien rapporté au revenu")
                .description(
                    "How many yearly incomes the goods cost.",
                    "Nombre d'années de revenu que coûte le bien.")
                .formula("price of the goods / yearly income", "prix du bien / revenu annuel")
                .actionable(),
            row -> ratio(row, "AMT_GOODS_PRICE", "AMT_INCOME_TOTAL"),
            "AMT_GOODS_PRICE",
            "AMT_INCOME_TOTAL"),
        feature(
            number("CREDIT_OVER_GOODS", Unit.CURRENCY)
                .group(Groups.CREDIT_TERMS)
                .label("Credit beyond the price of the goods", "Crédit au-delà du prix du bien")
                .description(
                    "Amount borrowed beyond the price of the goods, for fees and insurance.",
                    "Somme empruntée au-delà du prix du bien, pour frais et assurance.")
                .formula(
                    "amount of the credit - price of the goods", "montant du crédit - prix du bien")
                .actionable(),
            row -> (double) row.number("AMT_CREDIT") - row.number("AMT_GOODS_PRICE"),
            "AMT_CREDIT",
            "AMT_GOODS_PRICE"));
  }
}
