package org.creditscoring.pipeline.feature;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.creditscoring.data.Column;
import org.creditscoring.data.HomeCredit;
import org.creditscoring.data.Table;
import org.creditscoring.model.feature.Catalogue;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.FeatureBuilder;
import org.creditscoring.model.feature.Group;
import org.creditscoring.model.feature.Groups;
import org.creditscoring.model.feature.RowFeature;
import org.creditscoring.model.feature.RowFeatures;

/**
 * The features of the application table: each raw column that is one, with its reason group and
 * treatment, then every row feature. TARGET, the outcome, is not declared and so cannot enter.
 */
public final class ApplicationCatalogue {
  private static final Table TABLE = HomeCredit.APPLICATION_TEST;

  /** The one source of income that names sex and pregnancy: to a model it is not known. */
  private static final String MATERNITY = "Maternity leave";

  /** As feature source, the past and the current clients' tables are one. */
  private static final String SOURCE = "application";

  /** Taken as the average of the building; mode and median say the same and only add noise. */
  private static final List<String> BUILDING_MEASURES =
      List.of(
          "APARTMENTS",
          "BASEMENTAREA",
          "YEARS_BEGINEXPLUATATION",
          "YEARS_BUILD",
          "COMMONAREA",
          "ELEVATORS",
          "ENTRANCES",
          "FLOORSMAX",
          "FLOORSMIN",
          "LANDAREA",
          "LIVINGAPARTMENTS",
          "LIVINGAREA",
          "NONLIVINGAPARTMENTS",
          "NONLIVINGAREA");

  private static final Catalogue CATALOGUE =
      new Catalogue(
          Stream.of(
                  loan(), person(), housing(), region(), contact(), circle(), documents(), ratios())
              .flatMap(List::stream)
              .toList(),
          inputs(),
          forbidden());

  private ApplicationCatalogue() {}

  /** Every value of a client, in the order of the vector. */
  public static Catalogue catalogue() {
    return CATALOGUE;
  }

  private static List<Feature> loan() {
    return List.of(
        column("NAME_CONTRACT_TYPE", Groups.CREDIT_TERMS).actionable().build(),
        column("AMT_INCOME_TOTAL", Groups.INCOME).build(),
        column("AMT_CREDIT", Groups.CREDIT_TERMS).actionable().build(),
        column("AMT_ANNUITY", Groups.CREDIT_TERMS).actionable().build(),
        column("AMT_GOODS_PRICE", Groups.GOODS).actionable().build(),
        column("WEEKDAY_APPR_PROCESS_START", Groups.APPLICATION_TIME).build(),
        column("HOUR_APPR_PROCESS_START", Groups.APPLICATION_TIME).build(),
        column("EXT_SOURCE_1", Groups.EXTERNAL_SCORES).build(),
        column("EXT_SOURCE_2", Groups.EXTERNAL_SCORES).build(),
        column("EXT_SOURCE_3", Groups.EXTERNAL_SCORES).build());
  }

  private static List<Feature> person() {
    return List.of(
        column("CNT_CHILDREN", Groups.HOUSEHOLD)
            .justified(
                "Children to provide for are a charge on the income; it is used as a number of dependants, not as family status.",
                "Les enfants à charge pèsent sur le revenu ; l'information sert de nombre de personnes à charge, non de situation familiale.")
            .build(),
        DictionaryFeature.without(MATERNITY, TABLE.column("NAME_INCOME_TYPE"), SOURCE)
            .group(Groups.EMPLOYMENT)
            .build(),
        column("OCCUPATION_TYPE", Groups.EMPLOYMENT).build(),
        column("ORGANIZATION_TYPE", Groups.EMPLOYMENT).build(),
        column("NAME_EDUCATION_TYPE", Groups.EDUCATION).build(),
        column("FLAG_OWN_CAR", Groups.PROPERTY).build(),
        column("OWN_CAR_AGE", Groups.PROPERTY).build(),
        column("FLAG_OWN_REALTY", Groups.PROPERTY).build());
  }

  private static List<Feature> housing() {
    List<Feature> features = new ArrayList<>();
    features.add(column("NAME_HOUSING_TYPE", Groups.HOUSING).build());
    BUILDING_MEASURES.forEach(
        measure -> features.add(column(measure + "_AVG", Groups.BUILDING).build()));
    features.addAll(
        all(
            Groups.BUILDING,
            "FONDKAPREMONT_MODE",
            "HOUSETYPE_MODE",
            "TOTALAREA_MODE",
            "WALLSMATERIAL_MODE",
            "EMERGENCYSTATE_MODE"));
    return features;
  }

  private static List<Feature> region() {
    List<Feature> features = new ArrayList<>();
    for (String name :
        List.of(
            "REGION_POPULATION_RELATIVE", "REGION_RATING_CLIENT", "REGION_RATING_CLIENT_W_CITY")) {
      features.add(
          column(name, Groups.REGION)
              .justified(
                  "Local economy and prices bear on repayment; it is coarse, and results by region can be followed.",
                  "L'économie et les prix locaux influent sur le remboursement ; l'information est grossière et les résultats par région peuvent être suivis.")
              .build());
    }
    for (String name :
        List.of(
            "REG_REGION_NOT_LIVE_REGION",
            "REG_REGION_NOT_WORK_REGION",
            "LIVE_REGION_NOT_WORK_REGION",
            "REG_CITY_NOT_LIVE_CITY",
            "REG_CITY_NOT_WORK_CITY",
            "LIVE_CITY_NOT_WORK_CITY")) {
      features.add(
          column(name, Groups.ADDRESS_MATCH)
              .justified(
                  "Whether the addresses given agree tells of stability; which region it is does not enter.",
                  "La concordance des adresses fournies renseigne sur la stabilité ; la région elle-même n'intervient pas.")
              .build());
    }
    return features;
  }

  private static List<Feature> contact() {
    return all(
        Groups.CONTACT,
        "FLAG_MOBIL",
        "FLAG_EMP_PHONE",
        "FLAG_WORK_PHONE",
        "FLAG_CONT_MOBILE",
        "FLAG_PHONE",
        "FLAG_EMAIL");
  }

  private static List<Feature> circle() {
    List<Feature> features = new ArrayList<>();
    features.addAll(
        all(
            Groups.CIRCLE,
            "OBS_30_CNT_SOCIAL_CIRCLE",
            "DEF_30_CNT_SOCIAL_CIRCLE",
            "OBS_60_CNT_SOCIAL_CIRCLE",
            "DEF_60_CNT_SOCIAL_CIRCLE"));
    features.addAll(
        all(
            Groups.ENQUIRIES,
            "AMT_REQ_CREDIT_BUREAU_HOUR",
            "AMT_REQ_CREDIT_BUREAU_DAY",
            "AMT_REQ_CREDIT_BUREAU_WEEK",
            "AMT_REQ_CREDIT_BUREAU_MON",
            "AMT_REQ_CREDIT_BUREAU_QRT",
            "AMT_REQ_CREDIT_BUREAU_YEAR"));
    return features;
  }

  /** The other documents are too rare to be features; together they are OTHER_DOCUMENTS. */
  private static List<Feature> documents() {
    return all(Groups.DOCUMENTS, "FLAG_DOCUMENT_3");
  }

  private static List<Feature> ratios() {
    return RowFeatures.all().stream().map(RowFeature::feature).toList();
  }

  /**
   * Raw columns that only row features read: kept beside the features, so that what-if can change
   * them.
   */
  private static List<Feature> inputs() {
    Set<String> names = new LinkedHashSet<>();
    RowFeatures.all().stream()
        .map(RowFeature::inputs)
        .flatMap(Collection::stream)
        .forEach(names::add);
    Stream.of(loan(), person(), housing(), region(), contact(), circle(), documents())
        .flatMap(List::stream)
        .map(Feature::name)
        .forEach(names::remove);
    return names.stream().map(name -> column(name, inputGroup(name)).build()).toList();
  }

  private static Group inputGroup(String name) {
    if (name.startsWith("FLAG_DOCUMENT_")) {
      return Groups.DOCUMENTS;
    }
    return switch (name) {
      case "DAYS_BIRTH" -> Groups.AGE;
      case "DAYS_EMPLOYED" -> Groups.EMPLOYMENT;
      case "DAYS_REGISTRATION", "DAYS_ID_PUBLISH", "DAYS_LAST_PHONE_CHANGE" -> Groups.STABILITY;
      default -> Groups.DOCUMENTS;
    };
  }

  private static List<Feature> forbidden() {
    return List.of(
        column("CODE_GENDER", Groups.IDENTITY)
            .forbidden(
                "A decision on credit may not depend on sex.",
                "Une décision de crédit ne peut dépendre du sexe.")
            .build(),
        column("NAME_FAMILY_STATUS", Groups.IDENTITY)
            .forbidden(
                "A decision on credit may not depend on family status.",
                "Une décision de crédit ne peut dépendre de la situation familiale.")
            .build(),
        column("CNT_FAM_MEMBERS", Groups.IDENTITY)
            .forbidden(
                "With the number of children it gives the family status away: what remains is the client, and a spouse or none.",
                "Avec le nombre d'enfants, il révèle la situation familiale : il reste le client, et un conjoint ou aucun.")
            .build(),
        column("NAME_TYPE_SUITE", Groups.IDENTITY)
            .forbidden(
                "Who came along names the spouse or partner, and so the family status.",
                "L'accompagnement désigne le conjoint ou le partenaire, donc la situation familiale.")
            .build());
  }

  private static List<Feature> all(Group group, String... names) {
    return Stream.of(names).map(name -> column(name, group).build()).toList();
  }

  private static FeatureBuilder column(String name, Group group) {
    Column column = TABLE.column(name);
    return DictionaryFeature.of(column, SOURCE).group(group);
  }
}
