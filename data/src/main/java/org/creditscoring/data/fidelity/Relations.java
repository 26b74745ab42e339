package org.creditscoring.data.fidelity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.creditscoring.data.HomeCredit;
import org.creditscoring.data.Table;

/**
 * What ties the columns of one row together: those relations of a profile that have a name here. A
 * name that is not here, and a relation that the profile does not give, are left out.
 */
final class Relations {
  private static final List<String> ENQUIRIES = containing("AMT_REQ_CREDIT_BUREAU_");
  private static final List<String> CIRCLE = containing("_CNT_SOCIAL_CIRCLE");
  private static final List<String> BUILDING =
      Stream.of("_AVG", "_MODE", "_MEDI").flatMap(end -> containing(end).stream()).toList();

  private final List<Watched> watched = new ArrayList<>();
  private final String table;

  private Relations(String table) {
    this.table = table;
  }

  static List<Watched> of(Table table, Profile profile) {
    Relations relations = new Relations(table.name());
    if (table == HomeCredit.APPLICATION_TRAIN) {
      relations.application(profile);
      relations.building(profile.section(table.name()).section("building_block"));
    } else if (table == HomeCredit.PREVIOUS_APPLICATION) {
      relations.previous(profile.section("relations"));
    } else if (table == HomeCredit.BUREAU) {
      relations.missingBy(
          "CREDIT_ACTIVE",
          profile.section("relations").section("bureau missing rate by CREDIT_ACTIVE"));
    } else if (table == HomeCredit.INSTALLMENTS_PAYMENTS) {
      relations.instalments(profile.section("relations").section("installments"));
    }
    return relations.watched;
  }

  private static List<String> containing(String part) {
    return HomeCredit.APPLICATION_TRAIN.header().stream()
        .filter(name -> name.contains(part))
        .toList();
  }

  private void application(Profile profile) {
    Section published = profile.section("published_full_data_facts").section("target");
    Section joint = profile.section(table).section("joint");
    share(
        published.has("rate") ? published : profile.section(table),
        published.has("rate") ? "rate" : "default_rate",
        row -> true,
        row -> row.is("TARGET", "1"));
    Predicate<Row> pensioner = row -> row.is("NAME_INCOME_TYPE", "Pensioner");
    Predicate<Row> unemployed = row -> row.none("DAYS_EMPLOYED");
    share(joint, "pensioner", row -> true, pensioner);
    share(joint, "pensioner_and_365243", row -> true, pensioner.and(unemployed));
    share(joint, "org_XNA_given_365243", unemployed, row -> row.is("ORGANIZATION_TYPE", "XNA"));
    share(
        joint,
        "occupation_missing_given_365243",
        unemployed,
        row -> row.missing("OCCUPATION_TYPE"));
    Predicate<Row> car = row -> row.is("FLAG_OWN_CAR", "Y");
    share(joint, "own_car_age_missing_given_own_car_Y", car, row -> row.missing("OWN_CAR_AGE"));
    share(joint, "own_car_age_present_given_N", car.negate(), row -> !row.missing("OWN_CAR_AGE"));
    share(
        joint,
        "amt_req_all_missing_together",
        row -> row.anyMissing(ENQUIRIES),
        row -> row.allMissing(ENQUIRIES));
    share(
        joint,
        "social_circle_missing_together",
        row -> row.anyMissing(CIRCLE),
        row -> row.allMissing(CIRCLE));
    share(
        joint,
        "goods_eq_credit",
        row -> true,
        row -> row.number("AMT_GOODS_PRICE") == row.number("AMT_CREDIT"));
    quantiles(joint, "credit_over_goods_quantiles", ratio("AMT_CREDIT", "AMT_GOODS_PRICE"));
    quantiles(joint, "credit_over_annuity_quantiles", ratio("AMT_CREDIT", "AMT_ANNUITY"));
    quantiles(joint, "annuity_over_income_quantiles", ratio("AMT_ANNUITY", "AMT_INCOME_TOTAL"));
    counts(
        joint,
        "revolving_annuity_over_credit",
        row ->
            row.is("NAME_CONTRACT_TYPE", "Revolving loans")
                ? Figures.number(row.number("AMT_ANNUITY") / row.number("AMT_CREDIT"))
                : null);
  }

  private void building(Section block) {
    share(block, "all_missing_share", row -> true, row -> row.allMissing(BUILDING));
    share(block, "none_missing_share", row -> true, row -> !row.anyMissing(BUILDING));
    share(
        block,
        "avg_medi_mode_equal_missing",
        row -> true,
        row ->
            BUILDING.stream()
                .filter(name -> name.endsWith("_MEDI"))
                .map(name -> name.substring(0, name.length() - "_MEDI".length()))
                .allMatch(
                    stem ->
                        row.missing(stem + "_AVG") == row.missing(stem + "_MEDI")
                            && row.missing(stem + "_AVG") == row.missing(stem + "_MODE")));
  }

  private void previous(Section relations) {
    counts(
        relations,
        "previous_application contract type x status",
        row -> row.text("NAME_CONTRACT_TYPE") + "|" + row.text("NAME_CONTRACT_STATUS"));
    missingBy(
        "NAME_CONTRACT_STATUS", relations.section("previous_application missing rate by status"));
  }

  private void instalments(Section facts) {
    Predicate<Row> paid = row -> !row.missing("DAYS_ENTRY_PAYMENT");
    ToDoubleFunction<Row> early =
        row -> row.number("DAYS_INSTALMENT") - row.number("DAYS_ENTRY_PAYMENT");
    ToDoubleFunction<Row> over = row -> row.number("AMT_PAYMENT") - row.number("AMT_INSTALMENT");
    share(facts, "late_share", paid, row -> early.applyAsDouble(row) < 0);
    share(facts, "underpaid_share", paid, row -> over.applyAsDouble(row) < 0);
    share(facts, "paid_equal_share", paid, row -> over.applyAsDouble(row) == 0);
    share(facts, "payment_missing_share", row -> true, paid.negate());
    quantiles(facts, "days_early_quantiles", early);
  }

  /** Shares of missing values of some columns, for each value of another. */
  private void missingBy(String column, Section byValue) {
    for (String value : byValue.keys()) {
      Section shares = byValue.section(value);
      for (String other : shares.keys()) {
        add(
            Quantity.rule(
                other + " missing where " + column + " is " + value,
                row -> row.is(column, value),
                row -> row.missing(other)),
            ColumnFacts.ofShare(shares.required(other)));
      }
    }
  }

  private void share(Section facts, String name, Predicate<Row> about, Predicate<Row> kept) {
    facts
        .number(name)
        .ifPresent(
            expected -> add(Quantity.rule(name, about, kept), ColumnFacts.ofShare(expected)));
  }

  private void quantiles(Section facts, String name, ToDoubleFunction<Row> of) {
    if (facts.has(name)) {
      add(
          new Quantity.OfNumber(name, of),
          ColumnFacts.ofQuantiles(Profile.quantiles(facts.section(name))));
    }
  }

  private void counts(Section facts, String name, Function<Row, String> of) {
    Map<String, Double> counts = facts.section(name).numbers();
    if (!counts.isEmpty()) {
      double all = counts.values().stream().mapToDouble(d -> d).sum();
      Map<String, Double> shares = new LinkedHashMap<>();
      counts.forEach((value, count) -> shares.put(value, count / all));
      add(new Quantity.OfText(name, of), ColumnFacts.ofFrequencies(shares));
    }
  }

  private static ToDoubleFunction<Row> ratio(String over, String under) {
    return row -> row.number(over) / row.number(under);
  }

  private void add(Quantity quantity, ColumnFacts facts) {
    watched.add(Watched.relation(table, quantity, facts));
  }
}
