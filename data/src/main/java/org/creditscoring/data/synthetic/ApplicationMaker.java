package org.creditscoring.data.synthetic;

import java.util.List;

/** Draws applications: correlated columns by a copula, and the rules that tie columns together. */
final class ApplicationMaker {
  /** "Not employed" in DAYS_EMPLOYED and "none" in the dates of previous applications. */
  static final int NONE = 365_243;

  private static final List<String> ENQUIRIES =
      List.of("HOUR", "DAY", "WEEK", "MON", "QRT", "YEAR");

  private final Facts facts;
  private final Latents latents;
  private final BuildingMaker buildings;

  ApplicationMaker(Facts facts) {
    this.facts = facts;
    this.latents = Latents.of(facts.config());
    this.buildings = new BuildingMaker(facts);
  }

  /** A whole application but for its id and outcome. */
  Application make(Draws draws, Standing standing) {
    Application made = new Application();
    Latents.Draw drawn = latents.draw(draws);
    person(made, drawn);
    work(made, drawn, draws);
    credit(made, drawn, draws, standing);
    contact(made, drawn, draws);
    scores(made, drawn, draws);
    buildings.fill(made, drawn, draws);
    circle(made, drawn, draws);
    documents(made, draws);
    return made;
  }

  private void person(Application made, Latents.Draw drawn) {
    made.set("CODE_GENDER", drawn.u("MALE") < share("MALE") ? "F" : "M");
    boolean car = drawn.u("OWN_CAR") >= share("OWN_CAR");
    made.set("FLAG_OWN_CAR", car ? "Y" : "N");
    made.set("OWN_CAR_AGE", car ? number("OWN_CAR_AGE", drawn) : Double.NaN);
    made.set("FLAG_OWN_REALTY", drawn.u("OWN_REALTY") >= share("OWN_REALTY") ? "Y" : "N");
    for (String column :
        List.of(
            "NAME_TYPE_SUITE", "NAME_EDUCATION_TYPE", "NAME_FAMILY_STATUS", "NAME_HOUSING_TYPE")) {
      made.set(column, facts.text(column, drawn.u(column)));
    }
    for (String column :
        List.of(
            "CNT_CHILDREN",
            "AMT_INCOME_TOTAL",
            "REGION_POPULATION_RELATIVE",
            "DAYS_BIRTH",
            "DAYS_ID_PUBLISH",
            "REGION_RATING_CLIENT",
            "DAYS_LAST_PHONE_CHANGE")) {
      made.set(column, number(column, drawn));
    }
    made.set(
        "DAYS_REGISTRATION",
        Math.max(number("DAYS_REGISTRATION", drawn), made.number("DAYS_BIRTH") + 1));
    String status = made.text("NAME_FAMILY_STATUS");
    boolean couple = status.equals("Married") || status.equals("Civil marriage");
    made.set("CNT_FAM_MEMBERS", made.number("CNT_CHILDREN") + (couple ? 2 : 1));
  }

  private void work(Application made, Latents.Draw drawn, Draws draws) {
    boolean employed = drawn.u("NOT_EMPLOYED") < share("NOT_EMPLOYED");
    made.flag("FLAG_EMP_PHONE", employed);
    if (!employed) {
      made.set("DAYS_EMPLOYED", NONE);
      made.set("ORGANIZATION_TYPE", "XNA");
      made.set("NAME_INCOME_TYPE", draws.chance(0.0004) ? "Unemployed" : "Pensioner");
      return;
    }
    // Nobody has worked at one place since before the age of sixteen.
    double first = made.number("DAYS_BIRTH") + 16 * 365;
    made.set("DAYS_EMPLOYED", Math.max(number("DAYS_EMPLOYED", drawn), first));
    String occupation =
        drawn.u("OCCUPATION_MISSING") >= share("OCCUPATION_MISSING")
            ? ""
            : facts.text("OCCUPATION_TYPE", made.text("CODE_GENDER"), drawn.u("OCCUPATION_TYPE"));
    String organization = facts.text("ORGANIZATION_TYPE", occupation, drawn.u("ORGANIZATION_TYPE"));
    made.set("OCCUPATION_TYPE", occupation);
    made.set("ORGANIZATION_TYPE", organization);
    made.set(
        "NAME_INCOME_TYPE",
        facts.text("NAME_INCOME_TYPE", organization, drawn.u("NAME_INCOME_TYPE")));
  }

  private void credit(Application made, Latents.Draw drawn, Draws draws, Standing standing) {
    // Current applications are almost never for revolving credit.
    double cash = standing == Standing.PAST ? share("REVOLVING") : 0.991;
    boolean revolving = drawn.u("REVOLVING") >= cash;
    made.set("NAME_CONTRACT_TYPE", revolving ? "Revolving loans" : "Cash loans");
    if (revolving) {
      double amount = number("CREDIT_REVOLVING", drawn);
      made.set("AMT_CREDIT", amount);
      made.set("AMT_GOODS_PRICE", draws.chance(0.0095) ? Double.NaN : amount);
      made.set("AMT_ANNUITY", amount / 20);
      return;
    }
    double goods = Math.max(number("GOODS_CASH", drawn), 40_500);
    double amount = toGrid(goods * number("CREDIT_OVER_GOODS", drawn));
    made.set("AMT_GOODS_PRICE", goods);
    made.set("AMT_CREDIT", amount);
    made.set(
        "AMT_ANNUITY",
        draws.chance(0.00004) ? Double.NaN : toGrid(amount / number("CREDIT_OVER_ANNUITY", drawn)));
  }

  private void contact(Application made, Latents.Draw drawn, Draws draws) {
    made.set("FLAG_MOBIL", 1);
    made.flag("FLAG_CONT_MOBILE", draws.chance(0.9981));
    for (String flag : List.of("FLAG_WORK_PHONE", "FLAG_PHONE", "FLAG_EMAIL")) {
      made.set(flag, number(flag, drawn));
    }
    int rating = (int) made.number("REGION_RATING_CLIENT");
    made.set(
        "REGION_RATING_CLIENT_W_CITY",
        facts.number("REGION_RATING_CLIENT_W_CITY|" + rating, draws.uniform()));
    made.set(
        "WEEKDAY_APPR_PROCESS_START", facts.text("WEEKDAY_APPR_PROCESS_START", draws.uniform()));
    made.set("HOUR_APPR_PROCESS_START", number("HOUR_APPR_PROCESS_START", drawn));
    moves(made, (int) number("REGION_MOVES", drawn), "REGION");
    moves(made, (int) number("CITY_MOVES", drawn), "CITY");
  }

  /**
   * @param pattern three digits: registered elsewhere than one lives, than one works, lives
   *     elsewhere than one works
   */
  private static void moves(Application made, int pattern, String level) {
    made.set("REG_%1$s_NOT_LIVE_%1$s".formatted(level), pattern / 100);
    made.set("REG_%1$s_NOT_WORK_%1$s".formatted(level), pattern / 10 % 10);
    made.set("LIVE_%1$s_NOT_WORK_%1$s".formatted(level), pattern % 10);
  }

  /**
   * A client whom the credit bureau does not know has neither enquiries nor the third score: {@link
   * #knownToBureau}.
   */
  private void scores(Application made, Latents.Draw drawn, Draws draws) {
    boolean first = drawn.u("EXT_SOURCE_1_MISSING") < share("EXT_SOURCE_1_MISSING");
    made.set("EXT_SOURCE_1", first ? number("EXT_SOURCE_1", drawn) : Double.NaN);
    made.set("EXT_SOURCE_2", draws.chance(0.0021) ? Double.NaN : number("EXT_SOURCE_2", drawn));
    boolean known = drawn.u("BUREAU_ENQUIRIES_MISSING") < share("BUREAU_ENQUIRIES_MISSING");
    if (known) {
      made.set("EXT_SOURCE_3", draws.chance(0.0728) ? Double.NaN : number("EXT_SOURCE_3", drawn));
      for (String span : ENQUIRIES) {
        String column = "AMT_REQ_CREDIT_BUREAU_" + span;
        made.set(column, number(column, drawn));
      }
    }
  }

  static boolean knownToBureau(Application made) {
    return !Double.isNaN(made.number("AMT_REQ_CREDIT_BUREAU_YEAR"));
  }

  private void circle(Application made, Latents.Draw drawn, Draws draws) {
    if (!draws.chance(0.0033)) {
      double observed = number("OBS_30_CNT_SOCIAL_CIRCLE", drawn);
      double late = Math.min(observed, number("DEF_30_CNT_SOCIAL_CIRCLE", drawn));
      made.set("OBS_30_CNT_SOCIAL_CIRCLE", observed);
      made.set("DEF_30_CNT_SOCIAL_CIRCLE", late);
      made.set("OBS_60_CNT_SOCIAL_CIRCLE", Math.max(0, observed - (draws.chance(0.015) ? 1 : 0)));
      double later = late > 0 && draws.chance(0.29) ? late - 1 : late;
      made.set(
          "DEF_60_CNT_SOCIAL_CIRCLE", Math.min(later, made.number("OBS_60_CNT_SOCIAL_CIRCLE")));
    }
  }

  private void documents(Application made, Draws draws) {
    String kind =
        made.text("NAME_CONTRACT_TYPE").equals("Revolving loans")
            ? "revolving"
            : made.number("DAYS_EMPLOYED") == NONE ? "cash-out" : "cash";
    for (int document = 2; document <= 21; document++) {
      made.set("FLAG_DOCUMENT_" + document, 0);
    }
    String given = facts.text("DOCUMENTS|" + kind, draws.uniform());
    if (!given.equals("0")) {
      for (String document : given.split("\\+")) {
        made.set("FLAG_DOCUMENT_" + document, 1);
      }
    }
  }

  private double number(String name, Latents.Draw drawn) {
    return facts.number(name, drawn.u(name));
  }

  /** The share of zeros of a yes-or-no variable: from here on it is yes. */
  private double share(String name) {
    return ((Marginal.Shares) facts.marginal(name)).cumulative()[0];
  }

  /** Amounts of the published files are multiples of 4.5. */
  private static double toGrid(double amount) {
    return Math.rint(amount / 4.5) * 4.5;
  }
}
