package org.creditscoring.data.synthetic;

/** Writes the earlier applications of a client to the same lender, and what followed from each. */
final class PreviousMaker {
  private static final int NONE = ApplicationMaker.NONE;

  /** The first application of a client, which nearly always led to a loan, and the others. */
  private static final String FIRST = "FIRST";

  private static final String LATER = "LATER";
  private static final String CARD = "Revolving loans|Approved";

  /** Current clients have cards more often than past ones. */
  private static final double MORE_CARDS = 0.1;

  private final Facts facts;
  private final Ids ids;
  private final LoanMaker loans;
  private final CardMaker cards;

  PreviousMaker(Facts facts, Ids ids) {
    this.facts = facts;
    this.ids = ids;
    this.loans = new LoanMaker(facts);
    this.cards = new CardMaker(facts);
  }

  void write(Client client, Draws draws, Rows rows) {
    Payer payer = Payer.of(client, draws);
    double u = Normal.cdf(0.03 * client.strain() + draws.normal());
    boolean any = !draws.chance(client.standing() == Standing.PAST ? 0.05 : 0.019);
    int count =
        any
            ? Math.min((int) facts.number("PREVIOUS_COUNT", Math.min(u, 0.999999)), ids.slots() - 6)
            : 0;
    boolean card = false;
    boolean loan = false;
    for (int i = 0; i < count; i++) {
      // Later applications come from those who had a loan.
      boolean mayHaveOne = loan && !card && i == count - 1 && client.standing() == Standing.CURRENT;
      String kind =
          mayHaveOne && draws.chance(MORE_CARDS) ? CARD : kind(loan ? LATER : FIRST, payer, card, draws);
      card |= kind.equals(CARD);
      loan |= kind.endsWith("loans|Approved") && !kind.equals(CARD);
      application(client, ids.of(client, i), new Asked(kind, i == 0), payer, draws, rows);
    }
    // Credits whose own application is not among the rows: few, cards more often than loans.
    int slot = count;
    if (draws.chance(0.1)) {
      lost(client, ids.of(client, slot++), "Consumer loans", payer, draws, rows);
    }
    if (draws.chance(0.03)) {
      lost(client, ids.of(client, slot), "Revolving loans", payer, draws, rows);
    }
  }

  /**
   * What was asked for.
   *
   * @param kind type and status
   * @param first whether it was the client's first application
   */
  private record Asked(String kind, boolean first) {
    String type() {
      return kind.split("\\|")[0];
    }

    String status() {
      return kind.split("\\|")[1];
    }

    String order() {
      return first ? FIRST : LATER;
    }
  }

  private void lost(Client client, int id, String type, Payer payer, Draws draws, Rows rows) {
    Terms terms = Terms.draw(facts, type, "Approved", LATER, payer, draws);
    follow(
        client, id, terms, payer, draws, rows, type.startsWith("Rev") ? -2922 : terms.decision());
  }

  private void application(
      Client client, int id, Asked asked, Payer payer, Draws draws, Rows rows) {
    Terms terms = Terms.draw(facts, asked.type(), asked.status(), asked.order(), payer, draws);
    Csv csv = rows.of(RawFile.PREVIOUS_APPLICATION);
    csv.whole(id).whole(client.id()).text(terms.product().type());
    amount(csv, terms.money().annuity());
    amount(csv, terms.money().asked());
    amount(csv, terms.money().credit());
    amount(csv, terms.money().downPayment());
    amount(csv, terms.money().goods());
    csv.text(facts.text("WEEKDAY_APPR_PROCESS_START", draws.uniform()));
    csv.whole((long) facts.number("HOUR_APPR_PROCESS_START", draws.uniform()));
    csv.text(draws.chance(0.0042) ? "N" : "Y").whole(draws.chance(0.0033) ? 0 : 1);
    if (Double.isNaN(terms.money().downRate())) {
      csv.missing();
    } else {
      csv.decimal(terms.money().downRate());
    }
    interest(csv, terms, draws);
    categories(csv, terms, asked.first(), draws);
    dates(csv, terms);
    csv.endRow();
    if (terms.dates().signed()) {
      follow(client, id, terms, payer, draws, rows, terms.decision());
    }
  }

  private void follow(
      Client client, int id, Terms terms, Payer payer, Draws draws, Rows rows, int opened) {
    if (terms.product().revolving()) {
      cards.write(client, id, terms, opened, payer, draws, rows);
    } else {
      loans.write(client, id, terms, payer, draws, rows);
    }
  }

  /**
   * Refusals come more often to strained clients; of all applications 17 % are refused, of first
   * ones few. A client has one card.
   */
  private String kind(String order, Payer payer, boolean card, Draws draws) {
    double usual = order.equals(FIRST) ? -3.55 : -1.45;
    boolean refused = draws.chance(LogOdds.probability(usual + payer.refusal()));
    String kind;
    do {
      kind = facts.text("KIND|" + order, draws.uniform());
    } while (kind.endsWith("|Refused") != refused || card && kind.equals(CARD));
    return kind;
  }

  private void interest(Csv csv, Terms terms, Draws draws) {
    if (terms.product().approved() && terms.product().consumer() && draws.chance(0.0115)) {
      csv.decimal(facts.number("RATE_INTEREST_PRIMARY", draws.uniform()));
      csv.decimal(facts.number("RATE_INTEREST_PRIVILEGED", draws.uniform()));
    } else {
      csv.missing().missing();
    }
  }

  private void categories(Csv csv, Terms terms, boolean first, Draws draws) {
    String kind = terms.product().kind();
    Product product = terms.product();
    csv.text(facts.text("NAME_CASH_LOAN_PURPOSE", kind, draws.uniform()))
        .text(terms.product().status())
        .whole(terms.decision());
    csv.text(facts.text("NAME_PAYMENT_TYPE", kind, draws.uniform()));
    csv.text(facts.text("CODE_REJECT_REASON", kind, draws.uniform()));
    csv.text(facts.text("NAME_TYPE_SUITE", kind, draws.uniform()));
    csv.text(facts.text("NAME_CLIENT_TYPE|" + (first ? FIRST : LATER), draws.uniform()));
    String[] goods = facts.text("GOODS", product.name(), draws.uniform()).split(";");
    csv.text(goods[0]).text(product.portfolio()).text(product.origin());
    String channel = facts.text("CHANNEL_TYPE", product.name(), draws.uniform());
    csv.text(channel);
    csv.whole((long) facts.number("SELLERPLACE_AREA|" + channel, draws.uniform()));
    csv.text(goods[1]);
    if (terms.money().payments() < 0) {
      csv.missing();
    } else {
      csv.wholeDecimal(terms.money().payments());
    }
    csv.text(product.rate()).text(product.name());
  }

  private static void dates(Csv csv, Terms terms) {
    Dates dates = terms.dates();
    if (!dates.signed()) {
      csv.missing().missing().missing().missing().missing().missing();
      return;
    }
    csv.wholeDecimal(dates.firstDrawing());
    csv.wholeDecimal(dates.firstDue() >= 0 ? NONE : dates.firstDue());
    csv.wholeDecimal(dates.lastDuePlanned());
    csv.wholeDecimal(dates.lastDue() >= 0 ? NONE : dates.lastDue());
    csv.wholeDecimal(dates.termination() >= 0 ? NONE : dates.termination());
    csv.wholeDecimal(dates.insured() ? 1 : 0);
  }

  private static void amount(Csv csv, double amount) {
    if (Double.isNaN(amount)) {
      csv.missing();
    } else {
      csv.thousandths(Math.round(amount * 1000));
    }
  }
}
