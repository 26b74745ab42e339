package org.creditscoring.data.synthetic;

/** Writes the months and instalments of a consumer or cash loan with this lender. */
final class LoanMaker {
  private static final int LONGEST_MONTHS = 96;

  private final Facts facts;

  LoanMaker(Facts facts) {
    this.facts = facts;
  }

  void write(Client client, int id, Terms terms, Payer payer, Draws draws, Rows rows) {
    Dates dates = terms.dates();
    if (!dates.signed() || dates.firstDue() >= 0) {
      return;
    }
    months(client, id, terms, payer, draws, rows.of(RawFile.POS_CASH_BALANCE));
    instalments(client, id, terms, payer, draws, rows.of(RawFile.INSTALLMENTS_PAYMENTS));
  }

  private void months(Client client, int id, Terms terms, Payer payer, Draws draws, Csv csv) {
    // Months are the calendar's, and the application came at any time of one.
    double elapsed = draws.uniform();
    int first = month(terms.dates().firstDue(), elapsed) - 1;
    int end = month(terms.dates().termination(), elapsed);
    boolean over = end <= -1;
    int agreed = agreed(terms.money().payments(), draws);
    int last = over ? end : -1;
    boolean late = draws.chance(LogOdds.probability(-2.95 + payer.delay()));
    int past = 0;
    for (int month = last; month >= Math.max(first, -LONGEST_MONTHS); month--) {
      boolean completed = over && month == last;
      int paid = Math.max(0, month - first);
      past = nextDelay(past, late && !completed, draws);
      csv.whole(id).whole(client.id()).whole(month);
      if (draws.chance(0.0028)) {
        csv.missing().missing();
      } else {
        csv.wholeDecimal(completed ? Math.max(1, Math.min(paid, agreed)) : agreed);
        csv.wholeDecimal(completed ? 0 : Math.max(0, agreed - paid));
      }
      csv.text(status(completed, month == first, draws));
      csv.whole(past).whole(past > 0 && draws.chance(0.41) ? past : 0).endRow();
    }
  }

  /** The month of a day, counted from that of the application. */
  private static int month(int day, double elapsed) {
    return (int) Math.floor(day / Dates.DAYS_PER_MONTH + elapsed);
  }

  /** Of some loans a few payments were made before the first month. */
  private static int agreed(int payments, Draws draws) {
    boolean fewer = draws.chance(0.1) && payments > 3;
    return fewer ? Math.max(2, payments - 1 - draws.geometric(0.4)) : payments;
  }

  private int nextDelay(int past, boolean late, Draws draws) {
    if (!late) {
      return 0;
    }
    if (past > 30 && draws.chance(0.75)) {
      return past - 30;
    }
    // Months past due come in runs.
    return draws.chance(past > 0 ? 0.6 : 0.15) ? (int) facts.number("DPD", draws.uniform()) : 0;
  }

  private static String status(boolean completed, boolean first, Draws draws) {
    if (completed) {
      return draws.chance(0.008) ? "Returned to the store" : "Completed";
    }
    if (first && draws.chance(0.1)) {
      return "Signed";
    }
    double u = draws.uniform();
    return u < 0.9984
        ? "Active"
        : u < 0.9993 ? "Demand" : u < 0.9997 ? "Approved" : "Amortized debt";
  }

  private void instalments(Client client, int id, Terms terms, Payer payer, Draws draws, Csv csv) {
    Dates dates = terms.dates();
    long annuity = Math.round(terms.money().annuity() * 1000);
    int version = 1;
    for (int number = 1; number <= terms.money().payments(); number++) {
      int due = dates.firstDue() + 30 * (number - 1);
      if (due >= 0 || due > dates.lastDue()) {
        return;
      }
      boolean repaysAll = due == dates.lastDue() && number < terms.money().payments();
      if (repaysAll || draws.chance(0.004)) {
        version++;
      }
      long amount = annuity;
      if (repaysAll) {
        amount = annuity * (terms.money().payments() - number + 1) * 95 / 100;
      } else if (number == terms.money().payments()) {
        amount = Math.max(45, annuity * draws.between(50, 100) / 100);
      }
      Payments.write(
          csv, new Payments.Due(id, client.id(), version, number, due, amount), payer, draws);
    }
  }
}
