package org.creditscoring.data.synthetic;

/**
 * The amounts of an earlier application; NaN where missing.
 *
 * @param payments agreed number of payments; 0 for a card, −1 if missing
 * @param downRate the down payment's share, as the files normalise it
 */
record Money(
    int payments,
    double asked,
    double credit,
    double goods,
    double annuity,
    double downPayment,
    double downRate) {

  private static final double MISSING = Double.NaN;

  /** Of an application that never got as far as an amount. */
  static final Money NONE = new Money(-1, 0, 0, MISSING, MISSING, MISSING, MISSING);

  /** In every published row, the down payment over itself and the credit is the rate over this. */
  private static final double RATE_OF_DOWN_PAYMENT = 1.0890909;

  static Money draw(Facts facts, Product product, Payer payer, Draws draws) {
    if (draws.chance(noneShare(product.kind()))) {
      return NONE;
    }
    double size = draws.normal();
    double asked = facts.number("AMT_APPLICATION", product.sold(), Normal.cdf(size));
    double credit = grid(asked * facts.number("CREDIT_RATIO", product.type(), draws.uniform()));
    if (product.revolving()) {
      boolean open = draws.chance(product.approved() ? 0.38 : 0.19);
      return new Money(
          0, open ? 0 : asked, credit, open ? MISSING : asked, credit / 20, MISSING, MISSING);
    }
    // The more is lent, the longer it is lent.
    double length = Normal.cdf(0.65 * size + 0.76 * draws.normal());
    int payments = Math.max(1, (int) facts.number("CNT_PAYMENT", product.sold(), length));
    double rate = downRate(facts, product, draws);
    double down = Double.isNaN(rate) ? MISSING : downPayment(rate, credit);
    if (down > 0 && draws.chance(0.2)) {
      down = Math.max(2250, Math.rint(down / 2250) * 2250);
      rate = RATE_OF_DOWN_PAYMENT * down / (down + credit);
    }
    double dear = Normal.cdf((payer.rate() + draws.normal()) / 1.22);
    double annuity = grid(credit * facts.number("ANNUITY_RATIO", product.rate(), dear) / payments);
    boolean dropped = draws.chance(droppedShare(product));
    return dropped
        ? new Money(-1, asked, credit, asked, MISSING, down, rate)
        : new Money(payments, asked, credit, asked, annuity, down, rate);
  }

  /** How often an application got as far as an amount, but not as a schedule. */
  private static double droppedShare(Product product) {
    return switch (product.status()) {
      case "Unused offer" -> 0.98;
      case "Refused" -> product.consumer() ? 0.171 : 0.008;
      default -> 0;
    };
  }

  private static double downRate(Facts facts, Product product, Draws draws) {
    if (product.consumer()) {
      boolean unsaid = draws.chance(product.status().equals("Unused offer") ? 0.065 : 0);
      return unsaid ? MISSING : facts.number("DOWN_RATE", draws.uniform());
    }
    return draws.chance(product.approved() ? 0.12 : 0.067) ? 0 : MISSING;
  }

  private static double downPayment(double rate, double credit) {
    double share = rate / RATE_OF_DOWN_PAYMENT;
    return grid(share / (1 - share) * credit);
  }

  /** How often an application of a kind never got as far as an amount. */
  private static double noneShare(String kind) {
    return switch (kind) {
      case "Cash loans|Canceled" -> 0.9657;
      case "Consumer loans|Canceled" -> 0.82;
      case "Revolving loans|Canceled" -> 0.99;
      case "XNA|Canceled", "XNA|Refused", "Cash loans|Unused offer" -> 1;
      case "Cash loans|Refused" -> 0.164;
      case "Revolving loans|Refused" -> 0.051;
      default -> 0;
    };
  }

  /** Amounts of previous credits are multiples of 0.045. */
  private static double grid(double amount) {
    return Math.rint(amount / 0.045) * 0.045;
  }
}
