package org.creditscoring.model.shap;

import java.util.HashMap;
import java.util.Map;

/**
 * What the leaves on one side of a group's root add up to, by the consecutive bits of the group's
 * index that concern them.
 */
final class SideTables {
  /** Of a term that no leaf of the side has: 0 whatever the index. */
  private static final double[] NOTHING = new double[1];

  private final int low;
  private final int[] met;
  private final Map<Integer, double[]> terms = new HashMap<>();

  /**
   * @param low lowest bit that a leaf of the side depends on
   * @param high the highest
   */
  SideTables(int low, int high) {
    this.low = low;
    met = new int[1 << (high - low + 1)];
  }

  void add(LeafPattern leaf) {
    int d = leaf.feature().length;
    int allMet = (1 << d) - 1;
    leaf.met(low, met);
    double[] margin = table(GroupLayout.MARGIN);
    for (int index = 0; index < met.length; index++) {
      if (met[index] == allMet) {
        margin[index] = leaf.value();
      }
    }
    double[] own = leaf.contributions();
    for (int i = 0; i < d; i++) {
      add(own, i << d, table(leaf.feature()[i]));
    }
  }

  private double[] table(int term) {
    return terms.computeIfAbsent(term, t -> new double[met.length]);
  }

  private void add(double[] own, int from, double[] table) {
    for (int index = 0; index < table.length; index++) {
      table[index] += own[from + met[index]];
    }
  }

  /**
   * Adds both sides' figures of a term, in whole units, to a table whose entry {@code i} is of the
   * group index {@code i << tableLow}.
   *
   * @param scale units per log-odds
   * @param shift of the term within the entries, bits
   */
  static void sum(
      SideTables left,
      SideTables right,
      int term,
      int tableLow,
      double scale,
      int shift,
      long[] table) {
    double[] a = left.terms.getOrDefault(term, NOTHING);
    double[] b = right.terms.getOrDefault(term, NOTHING);
    for (int i = 0; i < table.length; i++) {
      int index = i << tableLow;
      double value = a[index >>> left.low & a.length - 1] + b[index >>> right.low & b.length - 1];
      table[i] += (long) Math.rint(value * scale) << shift;
    }
  }
}
