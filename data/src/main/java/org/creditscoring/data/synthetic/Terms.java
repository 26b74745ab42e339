package org.creditscoring.data.synthetic;

/**
 * What an earlier application asked for and was given. Amounts may be NaN: missing.
 *
 * @param payments agreed number of payments; 0 for a card, −1 if missing
 */
record Terms(
    String type,
    String status,
    String portfolio,
    String productType,
    String yield,
    String product,
    int decision,
    int payments,
    double asked,
    double credit,
    double goods,
    double annuity,
    double downPayment,
    double downRate,
    Dates dates) {

  /** The published rate is this share of the plain one: it holds in every row. */
  private static final double RATE_OF_DOWN_PAYMENT = 1.0890909;

  static Terms draw(Facts facts, String type, String status, Payer payer, Draws draws) {
    String kind = type + "|" + status;
    String[] product = facts.text("PRODUCT", kind, draws.uniform()).split(";", -1);
    double u = Normal.cdf((payer.recency() + draws.normal()) / 1.11);
    int decision = (int) facts.number("DAYS_DECISION", kind, u);
    boolean empty = draws.chance(emptyShare(kind));
    if (empty) {
      return new Terms(
          type,
          status,
          product[0],
          product[1],
          product[2],
          product[3],
          decision,
          -1,
          0,
          0,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Dates.UNSIGNED);
    }
    double size = draws.normal();
    String sold = product[3] + "|" + (status.equals("Approved") ? "Approved" : "Other");
    double asked = facts.number("AMT_APPLICATION", sold, Normal.cdf(size));
    double credit = grid(asked * facts.number("CREDIT_RATIO", type, draws.uniform()));
    if (type.equals("Revolving loans")) {
      boolean open = draws.chance(0.42);
      Dates dates = status.equals("Approved") ? Dates.ofCard(decision, draws) : Dates.UNSIGNED;
      return new Terms(
          type,
          status,
          product[0],
          product[1],
          product[2],
          product[3],
          decision,
          0,
          open ? 0 : asked,
          credit,
          open ? Double.NaN : asked,
          credit / 20,
          Double.NaN,
          Double.NaN,
          dates);
    }
    // The more is lent, the longer it is lent.
    double length = Normal.cdf(0.65 * size + 0.76 * draws.normal());
    int payments = Math.max(1, (int) facts.number("CNT_PAYMENT", sold, length));
    double rate = Double.NaN;
    if (type.equals("Consumer loans")) {
      rate = facts.number("DOWN_RATE", draws.uniform());
    } else if (draws.chance(0.12)) {
      rate = 0;
    }
    double down = Double.isNaN(rate) ? Double.NaN : grid(rate / RATE_OF_DOWN_PAYMENT * credit);
    double v = Normal.cdf((payer.rate() + draws.normal()) / 1.22);
    double annuity = grid(credit * facts.number("ANNUITY_RATIO", product[2], v) / payments);
    boolean dropped =
        status.equals("Unused offer") || draws.chance(status.equals("Refused") ? 0.17 : 0);
    Dates dates =
        status.equals("Approved")
            ? Dates.ofLoan(facts, type, decision, payments, payer, draws)
            : Dates.UNSIGNED;
    return new Terms(
        type,
        status,
        product[0],
        product[1],
        product[2],
        product[3],
        decision,
        dropped ? -1 : payments,
        asked,
        credit,
        asked,
        dropped ? Double.NaN : annuity,
        down,
        rate,
        dates);
  }

  /** How often an application of a kind never got as far as an amount. */
  private static double emptyShare(String kind) {
    return switch (kind) {
      case "Cash loans|Canceled" -> 0.9657;
      case "Consumer loans|Canceled" -> 0.82;
      case "Revolving loans|Canceled" -> 0.99;
      case "XNA|Canceled", "XNA|Refused", "Cash loans|Unused offer" -> 1;
      case "Cash loans|Refused" -> 0.168;
      case "Revolving loans|Refused" -> 0.051;
      default -> 0;
    };
  }

  private static double grid(double amount) {
    return Math.rint(amount / 0.045) * 0.045;
  }
}
