package org.creditscoring.data.synthetic;

/** Writes the months of a card, and the payments on it as instalments of version 0. */
final class CardMaker {
  private static final int LONGEST_MONTHS = 96;

  /** Cards whose first month is before this one were taken to be used. */
  private static final int OLD = -48;

  /** Of a payment or drawing, in thousandths. */
  private static final long ROUND = 2_250_000;

  /** In thousandths. */
  private static final long HIGH_LIMIT = 180_000_000;

  private final Facts facts;

  CardMaker(Facts facts) {
    this.facts = facts;
  }

  /**
   * @param used the share of the limit that the client tends to owe; 0 if the card is never used
   * @param known whether drawings and payments are known: of an unused card they seldom are
   * @param counted whether instalments are: of an old card that is never used they often are not
   * @param opened the card's first month
   * @param rests the month from which nothing is drawn any more
   */
  private record Card(
      int loan,
      int client,
      long limit,
      double used,
      boolean known,
      boolean counted,
      int opened,
      int rests,
      int withdrawn,
      int completed) {

    /** Whether the client has just taken the card in order to use it, as was usual years ago. */
    boolean fresh(int month) {
      return opened < OLD && month < opened + 6;
    }
  }

  /** The money of one month, in thousandths. */
  private record Month(long balance, long principal, long atm, long goods, long other, long paid) {
    static final Month NOTHING = new Month(0, 0, 0, 0, 0, 0);

    /** Of a card that rests, but for a charge. */
    static Month charged(long charge) {
      return new Month(charge, 0, 0, 0, 0, 0);
    }

    long drawn() {
      return atm + goods + other;
    }
  }

  void write(Client client, int id, Terms terms, int opened, Payer payer, Draws draws, Rows rows) {
    if (draws.chance(0.01)) {
      return;
    }
    // Old cards have nearly all been used at some time.
    double unused = opened > -730 ? -0.3 : opened > -1400 ? -0.75 : -2.1;
    boolean idle = draws.chance(LogOdds.probability(unused - 0.5 * payer.cardUse()));
    double use = Normal.cdf((payer.cardUse() + 0.3 * draws.normal()) / 1.18);
    // The limit of a card that is used was raised before.
    double rank = Math.pow(draws.uniform(), idle ? 1.6 : 0.8);
    long limit = (long) facts.number("CARD_LIMIT", rank) * 1000;
    int begun = (int) Math.round(opened / Dates.DAYS_PER_MONTH);
    int first = Math.max(-LONGEST_MONTHS, Math.min(-1, begun));
    int last = Math.max(first, draws.chance(0.6) ? -1 : -2);
    int completed =
        draws.chance(0.14) && first < -6 ? Math.max(first + 4, -1 - draws.geometric(0.1)) : 0;
    // Of many an old card the limit was taken away.
    boolean taken = first < -6 && draws.chance(first < -48 ? 0.36 : 0.13);
    int withdrawn = taken ? first + 3 + (int) (draws.uniform(0, 0.6) * -first) : 0;
    double used = idle || limit == 0 ? 0 : use;
    boolean known = draws.chance(used > 0 ? 0.975 : 0.105);
    boolean counted = used > 0 || first > -24 || draws.chance(first > OLD ? 0.85 : 0.5);
    // The use of old cards ends within years, the later the more they were used.
    boolean fades = first < OLD && draws.chance(0.9);
    int rests = fades ? first + 12 + (int) (draws.uniform() * (50 + 85 * use)) : 0;
    Card card =
        new Card(id, client.id(), limit, used, known, counted, first, rests, withdrawn, completed);
    months(card, last, payer, draws, rows);
  }

  private void months(Card card, int last, Payer payer, Draws draws, Rows rows) {
    Csv csv = rows.of(RawFile.CREDIT_CARD_BALANCE);
    double begins = 0.018 * Math.exp(0.6 * payer.delay());
    boolean isLate = false;
    // The first months of a card are counted only where it is young.
    int begin = card.opened() > -24 ? card.opened() : card.opened() + draws.geometric(0.35);
    long owed = 0;
    // An unused card may have been used before the months that the files have.
    boolean older = card.used() == 0 && card.opened() == -LONGEST_MONTHS;
    int mature = older ? draws.geometric(0.1) : 0;
    int payments = 0;
    for (int month = card.opened(); month <= last; month++) {
      boolean over = card.completed() < 0 && month >= card.completed();
      long smallest = over ? 0 : smallest(card, owed, draws);
      boolean open = !over && (card.withdrawn() == 0 || month < card.withdrawn());
      Month money = over ? Month.NOTHING : next(card, month, owed, smallest, open, draws);
      if (owed > 0 && !over) {
        payments = instalments(card, month, payments, money.paid(), payer, draws, rows);
      }
      boolean began = card.counted() && month >= begin;
      // An instalment matures in every month that has a least payment.
      if (smallest > 0) {
        mature++;
      }
      csv.whole(card.loan()).whole(card.client()).whole(month).thousandths(money.balance());
      csv.whole(open ? card.limit() / 1000 : 0);
      drawings(csv, card, money);
      csvAmount(csv, began, smallest);
      received(csv, card, money, draws);
      counts(csv, card, money, draws);
      csvCount(csv, began, mature);
      csv.text(
          over ? "Completed" : month == card.opened() && draws.chance(0.09) ? "Signed" : "Active");
      isLate = money.balance() > 0 && draws.chance(isLate ? 0.62 : begins);
      int days = !isLate ? 0 : draws.chance(0.6) ? 1 : (int) facts.number("DPD", draws.uniform());
      csv.whole(days).whole(days == 1 || days > 0 && draws.chance(0.2) ? days : 0).endRow();
      owed = money.balance();
    }
  }

  /**
   * The least to be paid of what is owed: a twentieth of the limit for most, of the debt for others
   * and for most cards of a high limit, but hardly ever less than a small amount.
   */
  private static long smallest(Card card, long owed, Draws draws) {
    if (owed <= 0 || draws.chance(0.05)) {
      return 0;
    }
    boolean usual = draws.chance(card.limit() <= HIGH_LIMIT ? 0.85 : 0.15);
    // In one month of ten charges add a sixth.
    long least =
        (usual ? card.limit() : Math.max(ROUND * 20, owed)) / (draws.chance(0.9) ? 20 : 17);
    return toGrid(Math.min(owed, least));
  }

  /**
   * Owed grows by interest and drawings and shrinks by payments, towards the client's habit. Those
   * who use little of a card pay it off and let it rest for months.
   */
  private Month next(Card card, int month, long owed, long smallest, boolean open, Draws draws) {
    if (card.used() == 0) {
      return Month.NOTHING;
    }
    long limit = card.limit();
    boolean drawing = open && (card.rests() == 0 || month < card.rests());
    double wakes = card.fresh(month) ? 0.7 : 0;
    long drawn =
        drawing ? rounded(wish(card, (double) owed / limit, wakes, draws) * limit, draws) : 0;
    boolean goods = draws.chance(0.36);
    boolean other = draws.chance(0.02);
    if (owed == 0 && drawn == 0 && draws.chance(0.13)) {
      return Month.charged(toGrid((long) (186_000 * draws.spread(0.8))));
    }
    long paid = owed > 0 ? paid(card, owed, smallest, drawing, draws) : 0;
    long interest = paid == owed ? 0 : owed / 50;
    long most = limit * 107 / 100;
    long balance = toGrid(Math.max(0, Math.min(owed + drawn + interest - paid, most)));
    long principal = toGrid(balance / 1000 * 958);
    long atm = goods || other ? 0 : drawn;
    return new Month(balance, principal, atm, goods && !other ? drawn : 0, other ? drawn : 0, paid);
  }

  /**
   * What is drawn, as a share of the limit.
   *
   * @param wakes how likely a card that rests is used, at least
   */
  private static double wish(Card card, double share, double wakes, Draws draws) {
    // Who draws on a card mostly draws nearly all of it.
    double gap = 1 - Math.pow(1 - card.used(), 2.5) - share;
    if (share == 0) {
      return draws.chance(Math.max(wakes, 0.06 + 0.38 * card.used()))
          ? gap * draws.uniform(0.4, 1.2)
          : 0;
    }
    if (gap > 0.1) {
      return draws.chance(0.4) ? gap * draws.uniform(0.4, 1.2) : 0;
    }
    return draws.chance(0.3) ? 0.08 * draws.uniform() : 0;
  }

  /** All of it, nothing, the least, or some round amount above that. */
  private static long paid(Card card, long owed, long smallest, boolean open, Draws draws) {
    double share = (double) owed / card.limit();
    double clears = share < 0.1 ? 0.32 : share < 0.3 ? 0.18 : share < 0.6 ? 0.064 : 0.03;
    if (owed < 900_000 || draws.chance(open ? clears * (1.05 - 0.9 * card.used()) : 0.3)) {
      return owed;
    }
    if (draws.chance(0.03)) {
      return 0;
    }
    // Who need not pay mostly does.
    long usual = smallest > 0 ? smallest : toGrid(card.limit() / 20);
    double u = draws.uniform();
    double times = u < 0.45 ? 1 : u < 0.6 ? draws.uniform(1, 1.3) : 1 + 0.8 * draws.geometric(0.4);
    return Math.min(owed, u < 0.45 ? usual : rounded(times * usual, draws));
  }

  /** Two amounts of three are round, as far as they are large enough. */
  private static long rounded(double amount, Draws draws) {
    boolean round = draws.chance(0.67) && amount > ROUND / 2;
    return round ? Math.round(amount / ROUND) * ROUND : toGrid((long) amount);
  }

  private static long toGrid(long amount) {
    return amount / 45 * 45;
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
    } else if (!card.known() || draws.chance(0.02)) {
      csv.missing();
    } else {
      // The files often give a small payment here in months whose total payment is zero: where
      // nothing is owed, as a rule.
      boolean nothing = draws.chance(money.balance() > 0 ? 0.83 : 0.185);
      csv.thousandths(nothing ? 0 : toGrid((long) (265_000 * draws.spread(0.8))));
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
    int entries = 1 + draws.geometric(0.4);
    int day = Math.min(-1, (int) (month * Dates.DAYS_PER_MONTH) + 15);
    long rest = paid;
    for (int i = 1; i <= entries; i++) {
      double share = i == entries ? 1 : draws.uniform() * draws.uniform();
      long part =
          i == entries ? Math.max(45, toGrid(rest)) : Math.max(45, rounded(share * rest, draws));
      rest = Math.max(0, rest - part);
      var due = new Payments.Due(card.loan(), card.client(), 0, before + i, day, part);
      Payments.write(csv, due, payer, draws);
    }
    return before + entries;
  }
}
