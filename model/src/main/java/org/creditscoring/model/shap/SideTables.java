package org.creditscoring.model.shap;

import java.util.HashMap;
import java.util.Map;

/**
 * What the leaves on one side of a group's root add up to, by the consecutive bits of the group's
 * index that concern them.
 */
final class SideTables {
  /** Of a feature that no leaf of the side has on its path: 0 whatever the index. */
  private static final double[] NOTHING = new double[1];

  private final int low;
  private final int[] met;
  private final double[] margin;
  private final Map<Integer, double[]> contributions = new HashMap<>();

  /**
   * @param low lowest bit that a leaf of the side depends on
   * @param high the highest
   */
  SideTables(int low, int high) {
    this.low = low;
    met = new int[1 << (high - low + 1)];
    margin = new double[met.length];
  }

  void add(LeafPattern leaf) {
    int d = leaf.feature().length;
    int allMet = (1 << d) - 1;
    leaf.met(low, met);
    for (int index = 0; index < met.length; index++) {
      if (met[index] == allMet) {
        margin[index] = leaf.value();
      }
    }
    double[] own = leaf.contributions();
    for (int i = 0; i < d; i++) {
      double[] table =
          contributions.computeIfAbsent(leaf.feature()[i], feature -> new double[met.length]);
      add(own, i << d, table);
    }
  }

  private void add(double[] own, int from, double[] table) {
    for (int index = 0; index < table.length; index++) {
      table[index] += own[from + met[index]];
    }
  }

  /** Value of the leaf of this side that rows of a group's index end in, 0 if of none. */
  double margin(int groupIndex) {
    return margin[groupIndex >>> low & margin.length - 1];
  }

  /**
   * Both sides' contributions of a feature, rounded: entry {@code i} of {@code table} is that of
   * group index {@code i << tableLow}.
   */
  static void sum(SideTables left, SideTables right, int feature, int tableLow, float[] table) {
    double[] a = left.contributions.getOrDefault(feature, NOTHING);
    double[] b = right.contributions.getOrDefault(feature, NOTHING);
    for (int i = 0; i < table.length; i++) {
      int index = i << tableLow;
      table[i] =
          (float) (a[index >>> left.low & a.length - 1] + b[index >>> right.low & b.length - 1]);
    }
  }
}
