package org.creditscoring.data.synthetic;

/** Writes the months of a card, and the payments on it as instalments of version 0. */
final class CardMaker {
  private static final int LONGEST_MONTHS = 96;

  private final Facts facts;

  CardMaker(Facts facts) {
    this.facts = facts;
  }

  /**
   * @param used the share of the limit that the client tends to owe; 0 if the card is never used
   * @param known whether drawings and payments are known: of an unused card they seldom are
   */
  private record Card(
      int loan, int client, long limit, double used, boolean known, int opened, int completed) {}

  /** The money of one month, in thousandths. */
  private record Month(long balance, long principal, long atm, long goods, long other, long paid) {
    long drawn() {
      return atm + goods + other;
    }
  }

  void write(Client client, int id, Terms terms, int opened, Payer payer, Draws draws, Rows rows) {
    if (draws.chance(0.05)) {
      return;
    }
    boolean idle = draws.chance(0.36);
    double use = Normal.cdf((payer.cardUse() + 0.5 * draws.normal()) / 1.12);
    long limit = (long) facts.number("CARD_LIMIT", draws.uniform()) * 1000;
    int first = Math.max(-LONGEST_MONTHS, (int) Math.round(opened / BureauMaker.MONTH));
    int completed = draws.chance(0.12) && first < -6 ? draws.between(first + 4, -1) : 0;
    double used = idle || limit == 0 ? 0 : use;
    boolean known = used > 0 || draws.chance(0.06);
    Card card = new Card(id, client.id(), limit, used, known, first, completed);
    int last = draws.chance(0.6) ? -1 : -2;
    double late = 0.018 * Math.exp(0.6 * payer.delay());
    months(card, Math.max(first, last), late, payer, draws, rows);
  }

  private void months(Card card, int last, double late, Payer payer, Draws draws, Rows rows) {
    Csv csv = rows.of(RawFile.CREDIT_CARD_BALANCE);
    long balance = 0;
    int mature = 0;
    int begin = card.opened() + draws.geometric(0.35);
    int payments = 0;
    for (int month = card.opened(); month <= last; month++) {
      boolean over = card.completed() < 0 && month >= card.completed();
      Month money = over ? new Month(0, 0, 0, 0, 0, 0) : next(card, balance, draws);
      boolean owes = money.balance() > 0;
      long smallest = balance > 0 && !over ? Math.min(balance, card.limit() / 20) / 45 * 45 : 0;
      if (balance > 0 && !over) {
        mature++;
        payments = instalments(card, month, payments, money.paid(), payer, draws, rows);
      }
      csv.whole(card.loan()).whole(card.client()).whole(month).thousandths(money.balance());
      csv.whole(over ? 0 : card.limit() / 1000);
      drawings(csv, card, money);
      if (month < begin) {
        csv.missing();
      } else {
        csv.thousandths(smallest);
      }
      received(csv, card, money, balance, draws);
      counts(csv, card, money, draws);
      if (month < begin) {
        csv.missing();
      } else {
        csv.wholeDecimal(mature);
      }
      csv.text(
          over ? "Completed" : month == card.opened() && draws.chance(0.09) ? "Signed" : "Active");
      boolean isLate = owes && draws.chance(late);
      int days = !isLate ? 0 : draws.chance(0.6) ? 1 : (int) facts.number("DPD", draws.uniform());
      csv.whole(days).whole(days == 1 || days > 0 && draws.chance(0.2) ? days : 0).endRow();
      balance = money.balance();
    }
  }

  /** Owed grows by interest and drawings and shrinks by payments, towards the client's habit. */
  private Month next(Card card, long owed, Draws draws) {
    if (card.used() == 0) {
      return new Month(0, 0, 0, 0, 0, 0);
    }
    long limit = card.limit();
    double gap = card.used() - (double) owed / limit;
    double wish = draws.chance(gap > 0.1 ? 0.28 : 0.13) ? Math.max(0.02, gap + 0.1) : 0;
    long drawn = (long) (wish * draws.uniform(0.2, 1.1) * limit) / 4500 * 4500;
    boolean goods = draws.chance(0.33);
    boolean other = draws.chance(0.03);
    long paid = 0;
    if (owed > 0) {
      boolean clears = draws.chance(0.12 * (1.2 - card.used()));
      double share = draws.chance(0.05) ? 0 : 0.05 + 0.08 * draws.uniform() * (1.3 - card.used());
      paid = clears ? owed : Math.min(owed, (long) (share * limit)) / 45 * 45;
    }
    long interest = (owed - paid) / 45_000 * 900;
    long balance =
        Math.max(0, Math.min(owed + drawn + interest - paid, limit * 107 / 100)) / 45 * 45;
    long principal = balance / 1000 * 958 / 45 * 45;
    long atm = goods || other ? 0 : drawn;
    return new Month(balance, principal, atm, goods && !other ? drawn : 0, other ? drawn : 0, paid);
  }

  private static void drawings(Csv csv, Card card, Month money) {
    csvAmount(csv, card.known(), money.atm());
    csv.thousandths(money.drawn());
    csvAmount(csv, card.known(), money.other());
    csvAmount(csv, card.known(), money.goods());
  }

  private static void csvAmount(Csv csv, boolean known, long amount) {
    if (known) {
      csv.thousandths(amount);
    } else {
      csv.missing();
    }
  }

  private static void received(Csv csv, Card card, Month money, long owed, Draws draws) {
    csvAmount(csv, card.known(), money.paid());
    csv.thousandths(owed > 0 || draws.chance(0.1) ? money.paid() : 0);
    csv.thousandths(money.principal()).thousandths(money.balance()).thousandths(money.balance());
  }

  private static void counts(Csv csv, Card card, Month money, Draws draws) {
    int atm = money.atm() > 0 ? 1 + draws.geometric(0.45) : 0;
    int other = money.other() > 0 ? 1 : 0;
    int goods = money.goods() > 0 ? 1 + draws.geometric(0.14) : 0;
    csvCount(csv, card.known(), atm);
    csv.whole(atm + other + goods);
    csvCount(csv, card.known(), other);
    csvCount(csv, card.known(), goods);
  }

  private static void csvCount(Csv csv, boolean known, int count) {
    if (known) {
      csv.wholeDecimal(count);
    } else {
      csv.missing();
    }
  }

  /** A month's payment comes in one or more entries. Returns the number of the last instalment. */
  private static int instalments(
      Card card, int month, int before, long paid, Payer payer, Draws draws, Rows rows) {
    if (paid <= 0) {
      return before;
    }
    Csv csv = rows.of(RawFile.INSTALLMENTS_PAYMENTS);
    int entries = 1 + draws.geometric(0.42);
    int day = Math.min(-1, (int) (month * BureauMaker.MONTH) + 15);
    for (int i = 0; i < entries; i++) {
      long part = Math.max(45, paid / entries / 45 * 45);
      Payments.write(
          csv,
          new Payments.Due(card.loan(), card.client(), 0, before + 1, day, part),
          payer,
          draws);
    }
    return before + 1;
  }
}
