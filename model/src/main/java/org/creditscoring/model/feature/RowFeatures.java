package org.creditscoring.model.feature;

import static org.creditscoring.model.feature.Feature.number;

import java.util.List;
import java.util.stream.Stream;
import org.creditscoring.model.feature.RowFeature.Formula;

/** Every row feature of the application, in catalogue order. */
public final class RowFeatures {
  /** What DAYS_EMPLOYED holds for a client without employment. */
  static final float NOT_EMPLOYED = 365_243f;

  private static final double DAYS_PER_YEAR = 365.25;
  private static final List<String> SCORES =
      List.of("EXT_SOURCE_1", "EXT_SOURCE_2", "EXT_SOURCE_3");

  private static final List<RowFeature> ALL =
      Stream.of(durations(), burden(), terms(), scores()).flatMap(List::stream).toList();

  private RowFeatures() {}

  public static List<RowFeature> all() {
    return ALL;
  }

  private static List<RowFeature> durations() {
    return List.of(
        feature(
            number("AGE_YEARS", Unit.YEARS)
                .group(Groups.AGE)
                .label("Age", "Âge")
                .description(
                    "Age of the client on the day of the application.",
                    "Âge du client au jour de la demande.")
                .formula("days since birth / 365.25", "jours depuis la naissance / 365,25")
                .justified(
                    "Age is a recognised statistical factor of repayment; no one is refused for being old, and results by age band are on the card.",
                    "L'âge est un facteur statistique reconnu du remboursement ; nul n'est refusé pour son grand âge et les résultats par tranche figurent sur la fiche."),
            row -> years(row, "DAYS_BIRTH"),
            "DAYS_BIRTH"),
        feature(
            number("EMPLOYMENT_YEARS", Unit.YEARS)
                .group(Groups.EMPLOYMENT)
                .label("Time in current employment", "Ancienneté dans l'emploi")
                .description(
                    "How long the client has held the current job; missing for those without employment.",
                    "Durée de l'emploi actuel ; manquante pour les personnes sans emploi.")
                .formula("days employed / 365.25", "jours d'emploi / 365,25"),
            row -> employment(row) / DAYS_PER_YEAR,
            "DAYS_EMPLOYED"),
        feature(
            number("REGISTRATION_YEARS", Unit.YEARS)
                .group(Groups.STABILITY)
                .label("Time since registration changed", "Ancienneté de l'inscription")
                .description(
                    "Years since the client last changed the registration of residence.",
                    "Années écoulées depuis le dernier changement d'inscription du domicile.")
                .formula("days since change / 365.25", "jours depuis le changement / 365,25"),
            row -> years(row, "DAYS_REGISTRATION"),
            "DAYS_REGISTRATION"),
        feature(
            number("ID_DOCUMENT_YEARS", Unit.YEARS)
                .group(Groups.STABILITY)
                .label("Age of the identity document", "Ancienneté de la pièce d'identité")
                .description(
                    "Years since the identity document used for the application was changed.",
                    "Années écoulées depuis le renouvellement de la pièce d'identité présentée.")
                .formula("days since change / 365.25", "jours depuis le changement / 365,25"),
            row -> years(row, "DAYS_ID_PUBLISH"),
            "DAYS_ID_PUBLISH"),
        feature(
            number("PHONE_YEARS", Unit.YEARS)
                .group(Groups.STABILITY)
                .label("Time since the phone changed", "Ancienneté du téléphone")
                .description(
                    "Years since the client last changed telephone.",
                    "Années écoulées depuis le dernier changement de téléphone.")
                .formula("days since change / 365.25", "jours depuis le changement / 365,25"),
            row -> years(row, "DAYS_LAST_PHONE_CHANGE"),
            "DAYS_LAST_PHONE_CHANGE"),
        feature(
            number("EMPLOYMENT_TO_AGE", Unit.SHARE)
                .group(Groups.EMPLOYMENT)
                .label("Share of life in current employment", "Part de la vie dans l'emploi actuel")
                .description(
                    "Time in the current job as a share of the client's age.",
                    "Durée de l'emploi actuel rapportée à l'âge du client.")
                .formula("days employed / days since birth", "jours d'emploi / jours de vie"),
            row -> employment(row) / -row.number("DAYS_BIRTH"),
            "DAYS_EMPLOYED",
            "DAYS_BIRTH"),
        feature(
            number("CAR_TO_AGE", Unit.SHARE)
                .group(Groups.PROPERTY)
                .label(
                    "Age of the car against the client's",
                    "Âge du véhicule rapporté à celui du client")
                .description(
                    "Age of the client's car as a share of the client's age.",
                    "Âge du véhicule rapporté à l'âge du client.")
                .formula("age of the car / age of the client", "âge du véhicule / âge du client"),
            row -> row.number("OWN_CAR_AGE") / years(row, "DAYS_BIRTH"),
            "OWN_CAR_AGE",
            "DAYS_BIRTH"),
        feature(
            number("PHONE_TO_AGE", Unit.SHARE)
                .group(Groups.STABILITY)
                .label("Share of life with the same phone", "Part de la vie avec le même téléphone")
                .description(
                    "Time since the phone changed as a share of the client's age.",
                    "Temps écoulé depuis le changement de téléphone, rapporté à l'âge.")
                .formula(
                    "days since the phone changed / days since birth",
                    "jours depuis le changement / jours de vie"),
            row -> ratio(row, "DAYS_LAST_PHONE_CHANGE", "DAYS_BIRTH"),
            "DAYS_LAST_PHONE_CHANGE",
            "DAYS_BIRTH"));
  }

  private static List<RowFeature> burden() {
    return List.of(
        feature(
            number("CREDIT_TO_INCOME", Unit.RATIO)
                .group(Groups.BURDEN)
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
                .group(Groups.BURDEN)
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
            number("INCOME_PER_PERSON", Unit.CURRENCY)
                .group(Groups.INCOME)
                .label("Income per family member", "Revenu par membre du foyer")
                .description(
                    "Yearly income divided by the number of people in the family.",
                    "Revenu annuel divisé par le nombre de personnes du foyer.")
                .formula("yearly income / family members", "revenu annuel / membres du foyer")
                .justified(
                    "What a family lives on per head measures capacity to repay, not family status.",
                    "Les ressources par tête mesurent la capacité de remboursement, non la situation familiale."),
            row -> ratio(row, "AMT_INCOME_TOTAL", "CNT_FAM_MEMBERS"),
            "AMT_INCOME_TOTAL",
            "CNT_FAM_MEMBERS"),
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
            number("CREDIT_TERM", Unit.RATIO)
                .group(Groups.CREDIT_TERMS)
                .label("Term of the credit", "Durée du crédit")
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
                .group(Groups.GOODS)
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
                .group(Groups.GOODS)
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

  private static List<RowFeature> scores() {
    return List.of(
        score(
            number("EXT_SOURCE_MEAN", Unit.NONE)
                .label("Mean of the outside scores", "Moyenne des scores externes")
                .description(
                    "Mean of those outside scores that are known.",
                    "Moyenne des scores externes connus.")
                .formula("mean of the known scores", "moyenne des scores connus"),
            row -> known(row).average().orElse(Double.NaN)),
        score(
            number("EXT_SOURCE_MIN", Unit.NONE)
                .label("Lowest outside score", "Score externe le plus bas")
                .description(
                    "The lowest of the outside scores that are known.",
                    "Le plus bas des scores externes connus.")
                .formula("least known score", "plus petit score connu"),
            row -> known(row).min().orElse(Double.NaN)),
        score(
            number("EXT_SOURCE_MAX", Unit.NONE)
                .label("Highest outside score", "Score externe le plus haut")
                .description(
                    "The highest of the outside scores that are known.",
                    "Le plus haut des scores externes connus.")
                .formula("greatest known score", "plus grand score connu"),
            row -> known(row).max().orElse(Double.NaN)),
        score(
            number("EXT_SOURCE_PRODUCT", Unit.NONE)
                .label("Product of the outside scores", "Produit des scores externes")
                .description(
                    "Product of the three outside scores, high only if all of them are; missing if one is.",
                    "Produit des trois scores externes, élevé seulement si tous le sont ; manquant si l'un manque.")
                .formula("score 1 x score 2 x score 3", "score 1 x score 2 x score 3"),
            row -> SCORES.stream().mapToDouble(row::number).reduce(1, (a, b) -> a * b)),
        score(
            number("EXT_SOURCE_SPREAD", Unit.NONE)
                .label("Disagreement of the outside scores", "Dispersion des scores externes")
                .description(
                    "Standard deviation of the known outside scores: how far they disagree.",
                    "Écart type des scores externes connus : ampleur de leur désaccord.")
                .formula(
                    "standard deviation of the known scores, two at least",
                    "écart type des scores connus, deux au moins"),
            row -> spread(known(row).toArray())),
        score(
            number("EXT_SOURCE_WEIGHTED", Unit.NONE)
                .label("Weighted outside scores", "Scores externes pondérés")
                .description(
                    "Sum of the known outside scores, weighted by how much each one tells.",
                    "Somme des scores externes connus, pondérés par leur pouvoir informatif.")
                .formula(
                    "2 x score 1 + 3 x score 2 + 4 x score 3 over the weights of those known",
                    "2 x score 1 + 3 x score 2 + 4 x score 3 sur les poids des scores connus"),
            RowFeatures::weighted),
        score(
            number("EXT_SOURCE_KNOWN", Unit.COUNT)
                .label("Outside scores known", "Scores externes connus")
                .description(
                    "How many of the three outside scores are known.",
                    "Nombre de scores externes connus, sur trois.")
                .formula("count of the known scores", "nombre de scores connus"),
            row -> known(row).count()));
  }

  private static RowFeature feature(FeatureBuilder declaration, Formula formula, String... inputs) {
    return new RowFeature(declaration.build(), List.of(inputs), formula);
  }

  private static RowFeature score(FeatureBuilder declaration, Formula formula) {
    return new RowFeature(declaration.group(Groups.EXTERNAL_SCORES).build(), SCORES, formula);
  }

  private static double ratio(RawRow row, String above, String below) {
    return (double) row.number(above) / row.number(below);
  }

  /** Days before the application are negative in the raw tables. */
  private static double years(RawRow row, String days) {
    return -row.number(days) / DAYS_PER_YEAR;
  }

  private static double employment(RawRow row) {
    float days = row.number("DAYS_EMPLOYED");
    return days == NOT_EMPLOYED ? Double.NaN : -(double) days;
  }

  private static java.util.stream.DoubleStream known(RawRow row) {
    return SCORES.stream().mapToDouble(row::number).filter(score -> !Double.isNaN(score));
  }

  private static double spread(double[] scores) {
    if (scores.length < 2) {
      return Double.NaN;
    }
    double mean = java.util.Arrays.stream(scores).average().orElseThrow();
    double squares = java.util.Arrays.stream(scores).map(s -> (s - mean) * (s - mean)).sum();
    return Math.sqrt(squares / scores.length);
  }

  private static double weighted(RawRow row) {
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < SCORES.size(); i++) {
      double score = row.number(SCORES.get(i));
      if (!Double.isNaN(score)) {
        sum += (i + 2) * score;
        weights += i + 2;
      }
    }
    return sum / weights;
  }
}
