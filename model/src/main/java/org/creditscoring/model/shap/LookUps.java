package org.creditscoring.model.shap;

/**
 * The innermost loops: sums of table look-ups, added to two columns at once. A table's entry holds
 * two fixed-point numbers, {@code second · 2^32 + first}, so one look-up serves two columns, and
 * the sum of entries holds the two sums: whole numbers, exact in any order. A table has a power of
 * two of entries, and {@code index & (length − 1)} both picks the table's bits and lets the
 * compiler drop the bounds check.
 *
 * <p>A pass reads two tables at most: the addresses and masks of more do not fit into the
 * processor's registers, and fetching them for every row costs more than another pass.
 *
 * <p>A negative first number borrows one from the second. So the entries of each pass's first table
 * have 2^31 on top ({@link #prepare}), which makes the lower half of the sum one without sign, and
 * the upper half is the second number as it stands. In the first column, an int, 2^31 is the sign
 * bit alone: every pass turns it over.
 */
final class LookUps {
  private static final int TABLES_PER_PASS = 2;

  private LookUps() {}

  /** Puts the 2^31 on top that {@link #add} expects; once for the tables of a pair. */
  static void prepare(long[][] tables) {
    for (int i = 0; i < tables.length; i += TABLES_PER_PASS) {
      long[] table = tables[i];
      for (int k = 0; k < table.length; k++) {
        table[k] -= Integer.MIN_VALUE;
      }
    }
  }

  /** Whether {@link #add} with so many tables leaves the sign bits of the first column inverted. */
  static boolean invertsSign(int tables) {
    int passes = (tables + TABLES_PER_PASS - 1) / TABLES_PER_PASS;
    return passes % 2 == 1;
  }

  /**
   * Adds the lower halves of Σ_i tables[i][index[columns[i]][r]] to {@code first}, the upper ones
   * to {@code second}.
   */
  static void add(
      int[] first, int[] second, long[][] tables, int[][] index, int[] columns, int rows) {
    int i = 0;
    for (; i + TABLES_PER_PASS <= tables.length; i += TABLES_PER_PASS) {
      add2(first, second, tables[i], tables[i + 1], index[columns[i]], index[columns[i + 1]], rows);
    }
    if (i < tables.length) {
      add1(first, second, tables[i], index[columns[i]], rows);
    }
  }

  private static void add2(
      int[] first, int[] second, long[] t0, long[] t1, int[] i0, int[] i1, int rows) {
    for (int r = 0; r < rows; r++) {
      long sum = t0[i0[r] & (t0.length - 1)] + t1[i1[r] & (t1.length - 1)];
      first[r] += (int) sum;
      second[r] += (int) (sum >> Integer.SIZE);
    }
  }

  private static void add1(int[] first, int[] second, long[] t0, int[] i0, int rows) {
    for (int r = 0; r < rows; r++) {
      long sum = t0[i0[r] & (t0.length - 1)];
      first[r] += (int) sum;
      second[r] += (int) (sum >> Integer.SIZE);
    }
  }

  /** shifted[r] = index[r] >>> bits. */
  static void shift(int[] index, int bits, int[] shifted, int rows) {
    for (int r = 0; r < rows; r++) {
      shifted[r] = index[r] >>> bits;
    }
  }
}
