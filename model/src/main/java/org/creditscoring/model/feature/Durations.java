package org.creditscoring.model.feature;

import static org.creditscoring.model.feature.Feature.number;
import static org.creditscoring.model.feature.RowFeatures.feature;
import static org.creditscoring.model.feature.RowFeatures.ratio;
import static org.creditscoring.model.feature.RowFeatures.years;

import java.util.List;

/** Row features that say how long something has lasted. */
final class Durations {
  /** What DAYS_EMPLOYED holds for a client without employment. */
  private static final float NOT_EMPLOYED = 365_243f;

  private static final Text CARRIES_AGE =
      new Text(
          "It sets a duration in proportion to a life; it carries age for the same reason as age itself.",
          "Elle rapporte une durée à celle d'une vie ; l'âge y entre pour la même raison que l'âge lui-même.");

  private Durations() {}

  private static double employment(RawRow row) {
    float days = row.number("DAYS_EMPLOYED");
    return days == NOT_EMPLOYED ? Double.NaN : -(double) days;
  }

  static List<RowFeature> all() {
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
                    "Age is a recognised statistical factor of repayment; it weighs as one factor among many, and its weight on each decision is shown.",
                    "L'âge est un facteur statistique reconnu du remboursement ; il compte parmi beaucoup d'autres et son poids dans chaque décision est montré."),
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
            row -> employment(row) / RowFeatures.DAYS_PER_YEAR,
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
                .formula("days employed / days since birth", "jours d'emploi / jours de vie")
                .justified(CARRIES_AGE.en(), CARRIES_AGE.fr()),
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
                .formula("age of the car / age of the client", "âge du véhicule / âge du client")
                .justified(CARRIES_AGE.en(), CARRIES_AGE.fr()),
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
                    "jours depuis le changement / jours de vie")
                .justified(CARRIES_AGE.en(), CARRIES_AGE.fr()),
            row -> ratio(row, "DAYS_LAST_PHONE_CHANGE", "DAYS_BIRTH"),
            "DAYS_LAST_PHONE_CHANGE",
            "DAYS_BIRTH"));
  }
}
