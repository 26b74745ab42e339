package org.creditscoring.data.synthetic;

/**
 * An earlier application and what followed from it.
 *
 * @param decision day of the decision, negative
 */
record Terms(Product product, int decision, Money money, Dates dates) {

  /**
   * @param order whether it was the client's first application, as the facts name it
   */
  static Terms draw(
      Facts facts, String type, String status, String order, Payer payer, Draws draws) {
    Product product = Product.draw(facts, type, status, draws);
    double recent = Normal.cdf((payer.recency() + draws.normal()) / 1.11);
    int decision = (int) decided(facts, product.kind(), order).at(recent);
    Money money = Money.draw(facts, product, payer, draws);
    Dates dates = Dates.UNSIGNED;
    if (product.approved()) {
      dates =
          product.revolving()
              ? Dates.ofCard(decision, draws)
              : Dates.ofLoan(facts, type, decision, money.payments(), payer, draws);
    }
    return new Terms(product, decision, money, dates);
  }

  /** The days of a kind's decisions, by order where that is known. */
  private static Marginal decided(Facts facts, String kind, String order) {
    return facts.has("DAYS_DECISION|" + kind + "|" + order)
        ? facts.marginal("DAYS_DECISION|" + kind + "|" + order)
        : facts.marginal("DAYS_DECISION", kind);
  }
}
