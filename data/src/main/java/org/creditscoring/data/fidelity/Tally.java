package org.creditscoring.data.fidelity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Counts the values of one quantity, and the defaults among them. Only whole numbers are added, so
 * that threads may count apart in any order and add up to the same.
 */
sealed interface Tally {
  /** Clients, or rows, and how many of them defaulted. */
  record Count(long rows, long defaults) {
    static final Count NONE = new Count(0, 0);

    Count plus(Count other) {
      return new Count(rows + other.rows, defaults + other.defaults);
    }

    Count minus(Count other) {
      return new Count(rows - other.rows, defaults - other.defaults);
    }
  }

  /** Adds the quantity's value in a row. */
  void add(Row row, boolean defaulted);

  /** Adds what another tally of the same quantity has counted. */
  void add(Tally other);

  /** Rows that count, those without a value included. */
  Count all();

  Count missing();

  /** How often each text comes. */
  final class Texts implements Tally {
    private final Quantity.OfText quantity;
    // Rows and defaults of each text.
    private final Map<String, long[]> counts = new HashMap<>();

    Texts(Quantity.OfText quantity) {
      this.quantity = quantity;
    }

    @Override
    public void add(Row row, boolean defaulted) {
      String value = quantity.of().apply(row);
      if (value != null) {
        add(value, 1, defaulted ? 1 : 0);
      }
    }

    @Override
    public void add(Tally other) {
      ((Texts) other).counts.forEach((value, count) -> add(value, count[0], count[1]));
    }

    private void add(String value, long rows, long defaults) {
      long[] count = counts.computeIfAbsent(value, unseen -> new long[2]);
      count[0] += rows;
      count[1] += defaults;
    }

    @Override
    public Count all() {
      return counts.keySet().stream().map(this::count).reduce(Count.NONE, Count::plus);
    }

    @Override
    public Count missing() {
      return count("");
    }

    /** The share of each text among all rows that count. */
    Map<String, Double> shares() {
      double all = all().rows();
      Map<String, Double> shares = new HashMap<>();
      counts.forEach((value, count) -> shares.put(value, count[0] / all));
      return shares;
    }

    Count count(String value) {
      long[] count = counts.get(value);
      return count == null ? Count.NONE : new Count(count[0], count[1]);
    }
  }

  /** How many numbers lie at, and between, given cuts: exact at the profile's own quantiles. */
  final class Numbers implements Tally {
    /** The profile gives eight digits. */
    private static final double SAME = 1e-7;

    private final Quantity.OfNumber quantity;
    private final double[] cuts;
    // Cell 2i + 1 is the cut i itself, cell 2i what lies below it and above the cut before.
    private final long[] rows;
    private final long[] defaults;
    private Count missing = Count.NONE;

    /**
     * @param cuts in any order
     */
    Numbers(Quantity.OfNumber quantity, double[] cuts) {
      this.quantity = quantity;
      this.cuts = distinct(cuts);
      this.rows = new long[2 * this.cuts.length + 1];
      this.defaults = new long[2 * this.cuts.length + 1];
    }

    private static double[] distinct(double[] cuts) {
      double[] sorted = Arrays.stream(cuts).sorted().toArray();
      return IntStream.range(0, sorted.length)
          .filter(i -> i == 0 || !same(sorted[i], sorted[i - 1]))
          .mapToDouble(i -> sorted[i])
          .toArray();
    }

    @Override
    public void add(Row row, boolean defaulted) {
      add(quantity.of().applyAsDouble(row), defaulted);
    }

    void add(double value, boolean defaulted) {
      if (Double.isNaN(value)) {
        missing = missing.plus(new Count(1, defaulted ? 1 : 0));
        return;
      }
      int cell = cell(value);
      rows[cell]++;
      defaults[cell] += defaulted ? 1 : 0;
    }

    @Override
    public void add(Tally other) {
      Numbers numbers = (Numbers) other;
      missing = missing.plus(numbers.missing);
      for (int i = 0; i < rows.length; i++) {
        rows[i] += numbers.rows[i];
        defaults[i] += numbers.defaults[i];
      }
    }

    @Override
    public Count all() {
      return present().plus(missing);
    }

    @Override
    public Count missing() {
      return missing;
    }

    Count present() {
      return upTo(rows.length - 1);
    }

    /**
     * @param cut one of the cuts
     */
    Count below(double cut) {
      return upTo(cell(cut) - 1);
    }

    Count at(double cut) {
      return upTo(cell(cut)).minus(below(cut));
    }

    Count atMost(double cut) {
      return upTo(cell(cut));
    }

    private Count upTo(int cell) {
      Count sum = Count.NONE;
      for (int i = 0; i <= cell; i++) {
        sum = sum.plus(new Count(rows[i], defaults[i]));
      }
      return sum;
    }

    private int cell(double value) {
      int found = Arrays.binarySearch(cuts, value);
      if (found >= 0) {
        return 2 * found + 1;
      }
      int above = -found - 1;
      if (above < cuts.length && same(value, cuts[above])) {
        return 2 * above + 1;
      }
      if (above > 0 && same(value, cuts[above - 1])) {
        return 2 * above - 1;
      }
      return 2 * above;
    }

    private static boolean same(double value, double cut) {
      return Math.abs(value - cut) <= SAME * Math.abs(cut);
    }
  }
}
