package org.creditscoring.data.synthetic;

/** Writes how one instalment was paid: early or late, in full, in parts, short, or not at all. */
final class Payments {
  /** Days before the due date of those who pay in time, from the least to the most. */
  private static final int[] EARLY = {
    0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 6, 7, 8, 10, 11, 12, 14, 16, 19, 23, 26, 31, 50
  };

  private Payments() {}

  /**
   * @param amount in thousandths
   */
  record Due(int loan, int client, int version, int number, int day, long amount) {}

  static void write(Csv csv, Due due, Payer payer, Draws draws) {
    if (draws.chance(0.00025)) {
      row(csv, due).missing();
      csv.thousandths(due.amount()).missing().endRow();
      return;
    }
    int paid = day(due, payer, draws);
    double split = due.version() == 0 ? 0.02 : 0.055 + 0.05 * LogOdds.probability(payer.lateness());
    if (draws.chance(split)) {
      long part = Math.max(1, due.amount() * draws.between(2, 60) / 100 / 45 * 45);
      entry(csv, due, paid, part);
      entry(csv, due, Math.min(-1, paid + draws.between(1, 20)), due.amount() - part);
      return;
    }
    boolean isShort = draws.chance(0.012 * Math.exp(0.5 * (payer.lateness() + 2.95)));
    long amount = isShort ? due.amount() * draws.between(1, 95) / 100 : due.amount();
    entry(csv, due, paid, amount);
  }

  private static int day(Due due, Payer payer, Draws draws) {
    if (draws.chance(LogOdds.probability(payer.lateness()))) {
      int late = 1 + draws.geometric(draws.chance(0.75) ? 0.22 : 0.05);
      return Math.min(-1, due.day() + late);
    }
    double u = Normal.cdf((draws.normal() + 0.6 * (payer.thrift() - 0.2)) / 1.1);
    return due.day() - EARLY[(int) (u * EARLY.length)];
  }

  private static void entry(Csv csv, Due due, int day, long amount) {
    row(csv, due).wholeDecimal(day).thousandths(due.amount()).thousandths(amount).endRow();
  }

  private static Csv row(Csv csv, Due due) {
    return csv.whole(due.loan())
        .whole(due.client())
        .wholeDecimal(due.version())
        .whole(due.number())
        .wholeDecimal(due.day());
  }
}
