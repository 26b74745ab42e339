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
      int loan,
      int client,
      long limit,
      double used,
      boolean known,
      int opened,
      int granted,
      int completed) {}

  /** The money of one month, in thousandths. */
  private record Month(long balance, long principal, long atm, long goods, long other, long paid) {
    static final Month NOTHING = new Month(0, 0, 0, 0, 0, 0);

    long drawn() {
      return atm + goods + other;
    }
  }

  void write(Client client, int id, Terms terms, int opened, Payer payer, Draws draws, Rows rows) {
    if (draws.chance(0.05)) {
      return;
    }
    boolean idle = draws.chance(LogOdds.probability(-0.62 - 0.5 * payer.cardUse()));
    double use = Normal.cdf((payer.cardUse() + 0.3 * draws.normal()) / 1.18);
    long limit = (long) facts.number("CARD_LIMIT", draws.uniform()) * 1000;
    int begun = (int) Math.round(opened / Dates.DAYS_PER_MONTH);
    int first = Math.max(-LONGEST_MONTHS, Math.min(-1, begun));
    int last = Math.max(first, draws.chance(0.6) ? -1 : -2);
    int completed = draws.chance(0.13) && first < -6 ? draws.between(first + 4, -1) : 0;
    // A card that waits for its first use has no limit yet.
    int granted = idle && draws.chance(0.5) ? draws.between(first, -1) : first;
    double used = idle || limit == 0 ? 0 : use;
    boolean known = used > 0 || draws.chance(0.3);
    Card card = new Card(id, client.id(), limit, used, known, first, granted, completed);
    months(card, last, payer, draws, rows);
  }

  private void months(Card card, int last, Payer payer, Draws draws, Rows rows) {
    Csv csv = rows.of(RawFile.CREDIT_CARD_BALANCE);
    double late = 0.018 * Math.exp(0.6 * payer.delay());
    int begin = card.opened() + draws.geometric(0.35);
    boolean matures = card.used() > 0 || draws.chance(0.4);
    long owed = 0;
    int mature = 0;
    int payments = 0;
    for (int month = card.opened(); month <= last; month++) {
      boolean over = card.completed() < 0 && month >= card.completed();
      Month money = over ? Month.NOTHING : next(card, owed, draws);
      if (owed > 0 && !over) {
        payments = instalments(card, month, payments, money.paid(), payer, draws, rows);
      }
      boolean began = month >= begin;
      if (began && matures && !over && draws.chance(0.85)) {
        mature++;
      }
      csv.whole(card.loan()).whole(card.client()).whole(month).thousandths(money.balance());
      csv.whole(over || month < card.granted() ? 0 : card.limit() / 1000);
      drawings(csv, card, money);
      csvAmount(csv, began, over ? 0 : smallest(card, owed));
      received(csv, card, money, draws);
      counts(csv, card, money, draws);
      csvCount(csv, began, mature);
      csv.text(
          over ? "Completed" : month == card.opened() && draws.chance(0.09) ? "Signed" : "Active");
      boolean isLate = money.balance() > 0 && draws.chance(late);
      int days = !isLate ? 0 : draws.chance(0.6) ? 1 : (int) facts.number("DPD", draws.uniform());
      csv.whole(days).whole(days == 1 || days > 0 && draws.chance(0.2) ? days : 0).endRow();
      owed = money.balance();
    }
  }

  /** A twentieth of the limit once half of it is owed, of what is owed before. */
  private static long smallest(Card card, long owed) {
    return (owed > card.limit() / 2 ? card.limit() * 9 / 200 : owed / 20) / 45 * 45;
  }

  /** Owed grows by interest and drawings and shrinks by payments, towards the client's habit. */
  private Month next(Card card, long owed, Draws draws) {
    if (card.used() == 0) {
      return Month.NOTHING;
    }
    long limit = card.limit();
    double gap = card.used() - (double) owed / limit;
    double wish = 0;
    if (draws.chance(gap > 0.1 ? 0.25 : 0.14)) {
      wish = gap > 0.1 ? gap * draws.uniform(0.3, 1.3) : 0.12 * draws.uniform();
    }
    long drawn = (long) (wish * limit) / 45 * 45;
    boolean goods = draws.chance(0.36);
    boolean other = draws.chance(0.02);
    long paid = 0;
    if (owed > 0) {
      boolean clears = owed < 900_000 || draws.chance(0.14 * (1.05 - card.used()));
      double share = draws.chance(0.05) ? 0 : 0.05 + 0.05 * draws.uniform();
      paid = clears ? owed : (long) (share * owed) / 45 * 45;
    }
    long interest = owed / 50;
    long most = limit * 107 / 100;
    long balance = Math.max(0, Math.min(owed + drawn + interest - paid, most)) / 45 * 45;
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

  private static void received(Csv csv, Card card, Month money, Draws draws) {
    if (money.paid() > 0) {
      csv.thousandths(money.paid());
    } else if (!card.known() || draws.chance(0.15)) {
      csv.missing();
    } else {
      // The files often give a small payment here in months whose total payment is zero.
      csv.thousandths(draws.chance(0.2) ? 0 : draws.between(1, 600) * draws.between(1, 300) * 45L);
    }
    csv.thousandths(money.paid());
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
    int entries = 1 + draws.geometric(0.45);
    int day = Math.min(-1, (int) (month * Dates.DAYS_PER_MONTH) + 15);
    long rest = paid;
    for (int i = 1; i <= entries; i++) {
      double share = i == entries ? 1 : draws.uniform() * draws.uniform();
      long part = Math.max(45, (long) (share * rest) / 45 * 45);
      rest = Math.max(0, rest - part);
      var due = new Payments.Due(card.loan(), card.client(), 0, before + i, day, part);
      Payments.write(csv, due, payer, draws);
    }
    return before + entries;
  }
}
