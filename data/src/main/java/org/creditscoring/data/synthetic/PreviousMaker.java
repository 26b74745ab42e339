package org.creditscoring.data.synthetic;

/** Writes the earlier applications of a client to the same lender, and what followed from each. */
final class PreviousMaker {
  private static final int NONE = ApplicationMaker.NONE;

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
    boolean any = !draws.chance(client.standing() == Standing.PAST ? 0.0535 : 0.019);
    int count =
        any
            ? Math.min((int) facts.number("PREVIOUS_COUNT", Math.min(u, 0.999999)), ids.slots() - 6)
            : 0;
    int oldest = oldest(count, draws);
    for (int i = 0; i < count; i++) {
      application(client, ids.of(client, i), i == oldest, payer, draws, rows);
    }
    // Credits whose own application is not among the rows: few, cards more often than loans.
    int slot = count;
    if (draws.chance(0.072)) {
      lost(client, ids.of(client, slot++), "Consumer loans", payer, draws, rows);
    }
    if (draws.chance(0.0335)) {
      lost(client, ids.of(client, slot), "Revolving loans", payer, draws, rows);
    }
  }

  private static int oldest(int count, Draws draws) {
    return count == 0 || draws.chance(0.15) ? -1 : draws.between(0, count - 1);
  }

  private void lost(Client client, int id, String type, Payer payer, Draws draws, Rows rows) {
    Terms terms = Terms.draw(facts, type, "Approved", payer, draws);
    follow(
        client, id, terms, payer, draws, rows, type.startsWith("Rev") ? -2900 : terms.decision());
  }

  private void application(
      Client client, int id, boolean oldest, Payer payer, Draws draws, Rows rows) {
    String[] kind = kind(payer, draws).split("\\|");
    Terms terms = Terms.draw(facts, kind[0], kind[1], payer, draws);
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
    categories(csv, terms, oldest, draws);
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

  /** Refusals come more often to strained clients; 17 % of applications on average. */
  private String kind(Payer payer, Draws draws) {
    boolean refused = draws.chance(LogOdds.probability(-1.68 + payer.refusal()));
    String kind = facts.text("KIND", draws.uniform());
    while (kind.endsWith("|Refused") != refused) {
      kind = facts.text("KIND", draws.uniform());
    }
    return kind;
  }

  private static void interest(Csv csv, Terms terms, Draws draws) {
    if (terms.product().approved() && terms.product().consumer() && draws.chance(0.0115)) {
      csv.decimal(0.142440 + 0.0544 * draws.uniform());
      csv.decimal(0.637949 + 0.2294 * draws.uniform());
    } else {
      csv.missing().missing();
    }
  }

  private void categories(Csv csv, Terms terms, boolean oldest, Draws draws) {
    String kind = terms.product().kind();
    Product product = terms.product();
    csv.text(facts.text("NAME_CASH_LOAN_PURPOSE", kind, draws.uniform()))
        .text(terms.product().status())
        .whole(terms.decision());
    csv.text(facts.text("NAME_PAYMENT_TYPE", kind, draws.uniform()));
    csv.text(facts.text("CODE_REJECT_REASON", kind, draws.uniform()));
    csv.text(facts.text("NAME_TYPE_SUITE", kind, draws.uniform()));
    csv.text(
        oldest
            ? "New"
            : draws.chance(0.1) ? "Refreshed" : draws.chance(0.0012) ? "XNA" : "Repeater");
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
