package org.creditscoring.data.synthetic;

/**
 * An earlier application and what followed from it.
 *
 * @param decision day of the decision, negative
 */
record Terms(Product product, int decision, Money money, Dates dates) {

  static Terms draw(Facts facts, String type, String status, Payer payer, Draws draws) {
    Product product = Product.draw(facts, type, status, draws);
    double recent = Normal.cdf((payer.recency() + draws.normal()) / 1.11);
    int decision = (int) facts.number("DAYS_DECISION", product.kind(), recent);
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
}
