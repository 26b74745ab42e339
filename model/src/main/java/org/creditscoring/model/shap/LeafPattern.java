package org.creditscoring.model.shap;

import java.util.Arrays;

/**
 * A leaf within a group: which bits of the group's index say that a row meets the conditions of
 * each feature on the leaf's path.
 *
 * @param value of the leaf, log-odds
 * @param feature distinct features on the path, at least one
 * @param share per feature, the product of the cover shares of its edges
 * @param mask per feature, the index bits that concern it
 * @param want per feature, the values of those bits when its conditions are met
 */
record LeafPattern(double value, int[] feature, double[] share, int[] mask, int[] want) {

  /** All index bits that concern the leaf. */
  int allBits() {
    int all = 0;
    for (int bits : mask) {
      all |= bits;
    }
    return all;
  }

  /**
   * For every index of consecutive bits, the set of the path's features whose conditions a row of
   * this index meets, by position in {@link #feature}.
   *
   * @param low lowest bit of the indexes; no bit of this leaf is below it
   * @param met filled, its length a power of two
   */
  void met(int low, int[] met) {
    Arrays.fill(met, 0);
    int all = met.length - 1;
    for (int i = 0; i < mask.length; i++) {
      int wanted = want[i] >>> low;
      int others = all & ~(mask[i] >>> low);
      int other = 0;
      do {
        met[other | wanted] |= 1 << i;
        other = other - others & others; // the next subset of the bits that do not matter
      } while (other != 0);
    }
  }

  /**
   * Contributions of this leaf for every set of met conditions: entry {@code (i << d) + met} is
   * feature i's, by the formula of {@link TreeWalker}. At each node of the quadrature the product
   * over the features before i depends on their bits of {@code met} alone, and so does that over
   * those after i.
   */
  double[] contributions() {
    int d = feature.length;
    GaussLegendre rule = GaussLegendre.exactTo(d - 1);
    double[] result = new double[d << d];
    double[][] before = new double[d][]; // by the bits of the features before i
    double[][] after = new double[d][]; // by the bits of those after i
    for (int q = 0; q < rule.node().length; q++) {
      double t = rule.node()[q];
      before[0] = new double[] {1};
      for (int i = 1; i < d; i++) {
        before[i] = longer(before[i - 1], share[i - 1] * (1 - t), t);
      }
      after[d - 1] = new double[] {rule.weight()[q] * value};
      for (int i = d - 2; i >= 0; i--) {
        after[i] = longerBelow(after[i + 1], share[i + 1] * (1 - t), t);
      }
      for (int i = 0; i < d; i++) {
        add(before[i], after[i], share[i], result, i << d);
      }
    }
    return result;
  }

  /**
   * Products with one more factor, {@code unmet} or {@code unmet + t}, by a bit above the others.
   */
  private static double[] longer(double[] products, double unmet, double t) {
    int n = products.length;
    double[] longer = new double[2 * n];
    for (int k = 0; k < n; k++) {
      longer[k] = products[k] * unmet;
      longer[n + k] = products[k] * (unmet + t);
    }
    return longer;
  }

  /** As {@link #longer}, by a bit below the others. */
  private static double[] longerBelow(double[] products, double unmet, double t) {
    double[] longer = new double[2 * products.length];
    for (int k = 0; k < products.length; k++) {
      longer[2 * k] = products[k] * unmet;
      longer[2 * k + 1] = products[k] * (unmet + t);
    }
    return longer;
  }

  /** Adds before × after × (bit − share) for every set, the bit being that between the two. */
  private static void add(
      double[] before, double[] after, double share, double[] result, int from) {
    int place = from;
    for (double high : after) {
      for (double low : before) {
        result[place++] -= low * high * share;
      }
      for (double low : before) {
        result[place++] += low * high * (1 - share);
      }
    }
  }
}
