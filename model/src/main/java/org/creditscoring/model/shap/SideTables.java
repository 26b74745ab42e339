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

  /** Added to a number below 2^51 and taken away again, it leaves the nearest whole one. */
  private static final double ROUNDING = 0x1.8p52;

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
   * Both sides' figures of two terms, as {@link LookUps} reads them: entry {@code i} of {@code
   * table} is that of group index {@code i << tableLow}.
   *
   * @param scale units per log-odds
   */
  static void sum(
      SideTables left, SideTables right, TermPair pair, int tableLow, double scale, long[] table) {
    double[] a = left.terms.getOrDefault(pair.first(), NOTHING);
    double[] b = right.terms.getOrDefault(pair.first(), NOTHING);
    double[] c = left.terms.getOrDefault(pair.second(), NOTHING);
    double[] d = right.terms.getOrDefault(pair.second(), NOTHING);
    for (int i = 0; i < table.length; i++) {
      int index = i << tableLow;
      int l = index >>> left.low;
      int r = index >>> right.low;
      double first = (a[l & a.length - 1] + b[r & b.length - 1]) * scale;
      double second = (c[l & c.length - 1] + d[r & d.length - 1]) * scale;
      table[i] =
          ((long) (second + ROUNDING - ROUNDING) << Integer.SIZE)
              + (long) (first + ROUNDING - ROUNDING);
    }
  }
}
