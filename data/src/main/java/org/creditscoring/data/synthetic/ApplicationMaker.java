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

  /** What is drawn of one client; current clients differ from past ones in some distributions. */
  private final class Sketch {
    private final Latents.Draw drawn;
    private final Standing standing;

    private Sketch(Latents.Draw drawn, Standing standing) {
      this.drawn = drawn;
      this.standing = standing;
    }

    double u(String name) {
      return drawn.u(name);
    }

    double number(String name) {
      return of(name).at(u(name));
    }

    String text(String name) {
      return ((Marginal.Shares) of(name)).text(u(name));
    }

    /** The share of zeros of a yes-or-no variable: from here on it is yes. */
    double share(String name) {
      return ((Marginal.Shares) of(name)).cumulative()[0];
    }

    Marginal of(String name) {
      return standing == Standing.PAST ? facts.marginal(name) : facts.marginal(name, "CURRENT");
    }
  }

  /** A whole application but for its id and outcome. */
  Application make(Draws draws, Standing standing) {
    Application made = new Application();
    Latents.Draw latent = latents.draw(draws);
    Sketch drawn = new Sketch(latent, standing);
    person(made, drawn);
    work(made, drawn, draws);
    credit(made, drawn, draws);
    contact(made, drawn, draws);
    scores(made, drawn, draws);
    buildings.fill(made, latent, draws);
    circle(made, drawn, draws);
    documents(made, draws);
    return made;
  }

  private void person(Application made, Sketch drawn) {
    made.set("CODE_GENDER", drawn.u("MALE") < drawn.share("MALE") ? "F" : "M");
    boolean car = drawn.u("OWN_CAR") >= drawn.share("OWN_CAR");
    made.set("FLAG_OWN_CAR", car ? "Y" : "N");
    made.set("OWN_CAR_AGE", car ? drawn.number("OWN_CAR_AGE") : Double.NaN);
    made.set("FLAG_OWN_REALTY", drawn.u("OWN_REALTY") >= drawn.share("OWN_REALTY") ? "Y" : "N");
    for (String column : List.of("NAME_TYPE_SUITE", "NAME_EDUCATION_TYPE", "NAME_HOUSING_TYPE")) {
      made.set(column, drawn.text(column));
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
      made.set(column, drawn.number(column));
    }
    made.set(
        "DAYS_REGISTRATION",
        Math.max(drawn.number("DAYS_REGISTRATION"), made.number("DAYS_BIRTH") + 1));
    // Few who live alone have children.
    int children = (int) Math.min(made.number("CNT_CHILDREN"), 2);
    String status =
        facts.text("NAME_FAMILY_STATUS", String.valueOf(children), drawn.u("NAME_FAMILY_STATUS"));
    made.set("NAME_FAMILY_STATUS", status);
    boolean couple = status.equals("Married") || status.equals("Civil marriage");
    made.set("CNT_FAM_MEMBERS", made.number("CNT_CHILDREN") + (couple ? 2 : 1));
  }

  private void work(Application made, Sketch drawn, Draws draws) {
    boolean employed = drawn.u("NOT_EMPLOYED") < drawn.share("NOT_EMPLOYED");
    made.flag("FLAG_EMP_PHONE", employed);
    if (!employed) {
      made.set("DAYS_EMPLOYED", NONE);
      made.set("ORGANIZATION_TYPE", "XNA");
      made.set("NAME_INCOME_TYPE", draws.chance(0.0004) ? "Unemployed" : "Pensioner");
      return;
    }
    // Nobody has worked at one place since before the age of sixteen.
    double first = made.number("DAYS_BIRTH") + 16 * 365;
    made.set("DAYS_EMPLOYED", Math.max(drawn.number("DAYS_EMPLOYED"), first));
    String occupation =
        drawn.u("OCCUPATION_MISSING") >= drawn.share("OCCUPATION_MISSING")
            ? ""
            : facts.text("OCCUPATION_TYPE", made.text("CODE_GENDER"), drawn.u("OCCUPATION_TYPE"));
    String organization = facts.text("ORGANIZATION_TYPE", occupation, drawn.u("ORGANIZATION_TYPE"));
    made.set("OCCUPATION_TYPE", occupation);
    made.set("ORGANIZATION_TYPE", organization);
    made.set(
        "NAME_INCOME_TYPE",
        facts.text("NAME_INCOME_TYPE", organization, drawn.u("NAME_INCOME_TYPE")));
  }

  private void credit(Application made, Sketch drawn, Draws draws) {
    boolean revolving = drawn.u("REVOLVING") >= drawn.share("REVOLVING");
    made.set("NAME_CONTRACT_TYPE", revolving ? "Revolving loans" : "Cash loans");
    if (revolving) {
      double amount = drawn.number("CREDIT_REVOLVING");
      made.set("AMT_CREDIT", amount);
      made.set("AMT_GOODS_PRICE", draws.chance(0.0095) ? Double.NaN : amount);
      made.set("AMT_ANNUITY", amount / 20);
      return;
    }
    double goods = Math.max(drawn.number("GOODS_CASH"), 40_500);
    double amount = toGrid(goods * drawn.number("CREDIT_OVER_GOODS"));
    made.set("AMT_GOODS_PRICE", goods);
    made.set("AMT_CREDIT", amount);
    made.set(
        "AMT_ANNUITY",
        draws.chance(0.00004) ? Double.NaN : toGrid(amount / drawn.number("CREDIT_OVER_ANNUITY")));
  }

  private void contact(Application made, Sketch drawn, Draws draws) {
    made.set("FLAG_MOBIL", 1);
    made.flag("FLAG_CONT_MOBILE", draws.chance(0.9981));
    for (String flag : List.of("FLAG_WORK_PHONE", "FLAG_PHONE", "FLAG_EMAIL")) {
      made.set(flag, drawn.number(flag));
    }
    int rating = (int) made.number("REGION_RATING_CLIENT");
    made.set(
        "REGION_RATING_CLIENT_W_CITY",
        facts.number("REGION_RATING_CLIENT_W_CITY|" + rating, draws.uniform()));
    made.set(
        "WEEKDAY_APPR_PROCESS_START",
        ((Marginal.Shares) drawn.of("WEEKDAY_APPR_PROCESS_START")).text(draws.uniform()));
    made.set("HOUR_APPR_PROCESS_START", drawn.number("HOUR_APPR_PROCESS_START"));
    moves(made, (int) drawn.number("REGION_MOVES"), "REGION");
    moves(made, (int) drawn.number("CITY_MOVES"), "CITY");
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
  private void scores(Application made, Sketch drawn, Draws draws) {
    boolean first = drawn.u("EXT_SOURCE_1_MISSING") < drawn.share("EXT_SOURCE_1_MISSING");
    made.set("EXT_SOURCE_1", first ? drawn.number("EXT_SOURCE_1") : Double.NaN);
    made.set("EXT_SOURCE_2", draws.chance(0.0021) ? Double.NaN : drawn.number("EXT_SOURCE_2"));
    boolean known = drawn.u("BUREAU_ENQUIRIES_MISSING") < drawn.share("BUREAU_ENQUIRIES_MISSING");
    if (known) {
      made.set("EXT_SOURCE_3", draws.chance(0.0728) ? Double.NaN : drawn.number("EXT_SOURCE_3"));
      for (String span : ENQUIRIES) {
        String column = "AMT_REQ_CREDIT_BUREAU_" + span;
        made.set(column, drawn.number(column));
      }
    }
  }

  static boolean knownToBureau(Application made) {
    return !Double.isNaN(made.number("AMT_REQ_CREDIT_BUREAU_YEAR"));
  }

  private void circle(Application made, Sketch drawn, Draws draws) {
    if (!draws.chance(0.0033)) {
      double observed = drawn.number("OBS_30_CNT_SOCIAL_CIRCLE");
      double late = Math.min(observed, drawn.number("DEF_30_CNT_SOCIAL_CIRCLE"));
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

  /** Amounts of the published files are multiples of 4.5. */
  private static double toGrid(double amount) {
    return Math.rint(amount / 4.5) * 4.5;
  }
}
