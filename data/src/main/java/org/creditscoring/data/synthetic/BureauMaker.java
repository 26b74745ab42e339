package org.creditscoring.data.synthetic;

import java.util.Set;

/** Writes the credits that other lenders reported, and their months. */
final class BureauMaker {
  private static final int LONGEST_MONTHS = 97;
  private static final Set<String> OWN_SHAPES =
      Set.of("Consumer credit", "Credit card", "Car loan", "Mortgage", "Microloan");

  private final Facts facts;
  private final Ids ids;

  BureauMaker(Facts facts, Ids ids) {
    this.facts = facts;
    this.ids = ids;
  }

  /** What a client's reported credits have in common. */
  private record Habit(
      double activity, double youth, double lateness, Standing standing, boolean months) {}

  private record Credit(String shape, State state, double sum) {
    boolean closed() {
      return state == State.CLOSED;
    }
  }

  /**
   * The months of a credit.
   *
   * @param length months since the credit began
   * @param latest months since the last one that is reported
   * @param closed months since it was reported as ended, or −1 if it was not
   */
  private record Span(int length, int latest, int closed) {}

  /** What became of a credit, and how often each of its columns is missing then. */
  private enum State {
    ACTIVE("Active", 0.681, 0.106, 0.2965, 0.4865),
    CLOSED("Closed", 0.6685, 0.165, 0.413, 0.615),
    SOLD("Sold", 0.833, 0.533, 0.806, 0.539);

    private final String code;
    private final double overdueMissing;
    private final double debtMissing;
    private final double limitMissing;
    private final double annuityMissing;

    State(
        String code,
        double overdueMissing,
        double debtMissing,
        double limitMissing,
        double annuityMissing) {
      this.code = code;
      this.overdueMissing = overdueMissing;
      this.debtMissing = debtMissing;
      this.limitMissing = limitMissing;
      this.annuityMissing = annuityMissing;
    }
  }

  void write(Client client, Draws draws, Rows rows) {
    double strain = client.strain();
    Habit habit =
        new Habit(
            -0.40 + 0.42 * strain + 0.35 * draws.normal(),
            0.48 * strain + 0.75 * draws.normal(),
            -4.9 + 0.55 * strain + 0.8 * draws.normal(),
            client.standing(),
            client.standing() == Standing.CURRENT || draws.chance(0.35));
    int slot = 0;
    if (client.knownToBureau() && !draws.chance(0.0095)) {
      double u = Normal.cdf(-0.06 * strain + 0.998 * draws.normal());
      int count = Math.min((int) facts.number("BUREAU_COUNT", u), ids.slots() - 4);
      for (; slot < count; slot++) {
        credit(client, ids.of(client, slot), habit, draws, rows);
      }
    }
    // Months of credits that the bureau table does not have: few, and long.
    int orphans = draws.chance(0.075) ? 1 + draws.geometric(0.62) : 0;
    for (int i = 0; i < Math.min(orphans, 4); i++) {
      int length = draws.between(40, LONGEST_MONTHS);
      int closed = draws.chance(0.6) ? draws.between(0, length) : -1;
      months(ids.of(client, slot++), new Span(length, 0, closed), habit, draws, rows);
    }
  }

  private void credit(Client client, int id, Habit habit, Draws draws, Rows rows) {
    boolean closed = draws.normal() > habit.activity();
    State state = closed ? State.CLOSED : draws.chance(0.00987) ? State.SOLD : State.ACTIVE;
    String type = facts.text("CREDIT_TYPE|" + (closed ? "Closed" : "Active"), draws.uniform());
    String shape = OWN_SHAPES.contains(type) ? type : "Other";
    double age = Normal.cdf((habit.youth() + draws.normal()) / 1.39);
    int start =
        (int) facts.number("DAYS_CREDIT|" + shape + "|" + (closed ? "Closed" : "Active"), age);
    int term = (int) facts.number("TERM|" + shape, draws.uniform());
    int end = closed ? ended(start, term, draws) : start + term;
    int fact = Math.min(-1, end);
    Csv csv = rows.of(RawFile.BUREAU);
    csv.whole(client.id()).whole(id).text(state.code).text(currency(draws)).whole(start);
    boolean overdue = !closed && draws.chance(LogOdds.probability(habit.lateness()));
    csv.whole(overdue ? (long) facts.number("DAY_OVERDUE", draws.uniform()) : 0);
    boolean openEnded =
        draws.chance(shape.equals("Credit card") ? 0.22 : shape.equals("Microloan") ? 0.45 : 0.012);
    if (openEnded) {
      csv.missing();
    } else {
      csv.wholeDecimal(start + term);
    }
    if (closed || state == State.SOLD && draws.chance(0.194)) {
      csv.wholeDecimal(fact);
    } else {
      csv.missing();
    }
    Credit credit =
        new Credit(
            shape,
            state,
            facts.number(
                "AMT_CREDIT_SUM|" + shape + "|" + (closed ? "Closed" : "Active"), draws.uniform()));
    amounts(csv, credit, overdue, habit, draws);
    csv.text(type);
    int update = Math.max(start, (int) facts.number("UPDATE|Active", draws.uniform()));
    if (closed) {
      int later = fact + (int) facts.number("UPDATE|Closed", draws.uniform());
      boolean told = later >= -2 || draws.chance(0.14);
      update = told ? -draws.between(3, Math.max(30, -fact)) : later;
    }
    csv.whole(draws.chance(0.00001) ? draws.between(1, 372) : update);
    annuity(csv, credit, draws);
    csv.endRow();
    if (habit.months()) {
      int length = Math.min(LONGEST_MONTHS, 1 + (int) (-start / Dates.DAYS_PER_MONTH));
      // One closed credit in ten is never reported as closed.
      boolean known = closed && draws.chance(0.9);
      int ended = known ? (int) (-fact / Dates.DAYS_PER_MONTH) : -1;
      months(id, new Span(length, silent(length, habit, draws), ended), habit, draws, rows);
    }
  }

  private int ended(int start, int term, Draws draws) {
    int planned = start + term;
    int end = planned + (int) facts.number("CLOSED_EARLY", draws.uniform());
    if (end <= start || end >= 0) {
      end = start + (int) facts.number("LIFE_CLOSED", draws.uniform());
    }
    return end >= 0 ? start / 2 : end;
  }

  private void amounts(Csv csv, Credit credit, boolean overdue, Habit habit, Draws draws) {
    String shape = credit.shape();
    boolean closed = credit.closed();
    if (draws.chance(credit.state().overdueMissing)) {
      csv.missing();
    } else if (draws.chance(Math.min(0.9, 0.19 * Math.exp(0.35 * (habit.lateness() + 4.9))))) {
      csv.thousandths(thousandths(facts.number("MAX_OVERDUE", draws.uniform())));
    } else {
      csv.thousandths(0);
    }
    csv.whole(draws.chance(0.0037) ? 1 + draws.geometric(0.85) : 0);
    csv.thousandths(thousandths(credit.sum()));
    double debt = closed ? 0 : debtShare(shape, habit, draws) * credit.sum();
    if (draws.chance(credit.state().debtMissing)) {
      csv.missing();
    } else {
      csv.thousandths(thousandths(debt));
    }
    if (draws.chance(credit.state().limitMissing)) {
      csv.missing();
    } else if (shape.equals("Credit card") && draws.chance(closed ? 0.05 : 0.3)) {
      csv.thousandths(thousandths(facts.number("LIMIT", draws.uniform())));
    } else {
      csv.thousandths(0);
    }
    csv.thousandths(overdue ? thousandths(facts.number("AMT_OVERDUE", draws.uniform())) : 0);
  }

  private double debtShare(String shape, Habit habit, Draws draws) {
    double u = Normal.cdf((0.55 * habit.activity() + draws.normal()) / 1.1);
    return facts.number("DEBT_SHARE|" + shape, u);
  }

  private void annuity(Csv csv, Credit credit, Draws draws) {
    boolean closed = credit.closed();
    if (draws.chance(credit.state().annuityMissing)) {
      csv.missing();
    } else if (draws.chance(closed ? 0.18 : 0.77)) {
      csv.thousandths(
          thousandths(
              credit.sum() * facts.number("ANNUITY_SHARE|" + credit.shape(), draws.uniform())));
    } else {
      csv.thousandths(0);
    }
  }

  private static String currency(Draws draws) {
    double u = draws.uniform();
    return u < 0.99926
        ? "currency 1"
        : u < 0.9999 ? "currency 2" : u < 0.99999 ? "currency 3" : "currency 4";
  }

  /**
   * The months of one credit, the latest first, as the published file has them. Of two credits in
   * five every month is known, of one in five none is; of the others known and unknown months come
   * in runs.
   */
  private void months(int id, Span span, Habit habit, Draws draws, Rows rows) {
    Csv csv = rows.of(RawFile.BUREAU_BALANCE);
    double reported = draws.uniform();
    boolean unknown = reported > 0.4;
    double late = LogOdds.probability(habit.lateness() + 0.35);
    int past = 0;
    for (int month = span.latest(); month < span.length(); month++) {
      csv.whole(id).whole(-month);
      if (month < span.closed()) {
        csv.text("C");
      } else if (unknown) {
        csv.text("X");
        unknown = reported > 0.8 || draws.chance(0.86);
      } else {
        past = nextDelay(past, late, draws);
        csv.text(DELAYS[past]);
        unknown = past == 0 && reported > 0.4 && draws.chance(0.16);
      }
      csv.endRow();
    }
  }

  /**
   * Months since the last report. Of current clients nearly all credits are reported to the end; of
   * past ones reports stop early, the longer a credit is known the more often, at any of its
   * months.
   */
  private static int silent(int length, Habit habit, Draws draws) {
    if (habit.standing() == Standing.CURRENT) {
      return length > 1 && draws.chance(0.033) ? 1 : 0;
    }
    return draws.chance(0.04 + length / 130.0) ? (int) draws.uniform(0, length) : 0;
  }

  private static final String[] DELAYS = {"0", "1", "2", "3", "4", "5"};

  /** A delay grows month by month, as rarely as it begins; most are over after one month. */
  private static int nextDelay(int past, double late, Draws draws) {
    if (past == 0) {
      return draws.chance(late) ? 1 : 0;
    }
    double u = draws.uniform();
    if (past == 5) {
      return u < 0.85 ? 5 : 0;
    }
    return u < 0.53 ? 0 : u < 0.9 ? past : past + 1;
  }

  private static long thousandths(double amount) {
    return Math.round(amount * 1000);
  }
}
