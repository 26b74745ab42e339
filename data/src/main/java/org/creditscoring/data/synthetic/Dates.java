package org.creditscoring.data.synthetic;

/**
 * The dates of a previous credit, in days from the current application.
 *
 * @param signed whether the credit came about; if not, all its dates are missing
 */
record Dates(
    boolean signed,
    int firstDrawing,
    int firstDue,
    int lastDuePlanned,
    int lastDue,
    int termination,
    boolean insured) {

  /** Of a month, on average. */
  static final double DAYS_PER_MONTH = 30.4375;

  /** Payments of a loan that are many. */
  private static final double LONG = 36;

  /**
   * What is known of early repayment is of loans that are over, as those repaid early are sooner.
   */
  private static final double OVER_SOONER = 0.9;

  private static final int NONE = ApplicationMaker.NONE;

  static final Dates UNSIGNED = new Dates(false, NONE, NONE, NONE, NONE, NONE, false);

  /** A loan of a number of monthly payments, which thrifty clients repay before its end. */
  static Dates ofLoan(
      Facts facts, String type, int decision, int payments, Payer payer, Draws draws) {
    boolean cash = type.equals("Cash loans");
    if (draws.chance(cash ? 0.078 : 0.022)) {
      return UNSIGNED;
    }
    int first =
        decision + (cash || draws.chance(0.6) ? 30 + draws.between(0, 1) : draws.between(31, 46));
    int planned = first + 30 * (payments - 1);
    double u = Normal.cdf((payer.thrift() + draws.normal()) / 1.23);
    int last = planned - 30 * saved(facts.number("EARLY|" + type, OVER_SOONER * u), payments);
    return new Dates(
        true,
        NONE,
        first,
        planned,
        last,
        last >= 0 ? NONE : last + draws.between(2, 12),
        draws.chance(cash ? 0.8 : 0.166));
  }

  /**
   * How many of the payments are not made, because the rest is repaid at once.
   *
   * @param early their share
   */
  private static int saved(double early, int payments) {
    // A loan of five years is over as soon as one of three.
    double made = (1 - Math.max(0, early)) * Math.min(1, LONG / payments);
    return (int) Math.min(payments - 1.0, Math.rint((1 - made) * (payments - 1)));
  }

  /** A card, which has no planned end. */
  static Dates ofCard(int decision, Draws draws) {
    if (draws.chance(0.043)) {
      return UNSIGNED;
    }
    // Old cards have nearly all been used at some time: most within days, some after months.
    boolean used = draws.chance(decision < -1400 ? 0.88 : 0.6);
    int waited = (int) Math.expm1(Math.max(0, draws.uniform(-1.1, 5.6)));
    int drawing = used && decision + waited < 0 ? decision + waited : NONE;
    int first = drawing == NONE ? NONE : drawing + draws.between(20, 60);
    boolean over = drawing != NONE && first < -60 && draws.chance(0.36);
    int end = over ? draws.between(first + 1, -2) : NONE;
    return new Dates(true, drawing, first, NONE, end, end, false);
  }
}
