package org.creditscoring.model.shap;

/**
 * A leaf within a group: which bits of the group's index say that a row meets the conditions of
 * each feature on the leaf's path.
 *
 * @param value of the leaf, log-odds
 * @param feature distinct features on the path
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
   * Set of the path's features whose conditions a row of this index meets, by position in {@link
   * #feature}.
   */
  int met(int index) {
    int met = 0;
    for (int i = 0; i < mask.length; i++) {
      if ((index & mask[i]) == want[i]) {
        met |= 1 << i;
      }
    }
    return met;
  }

  /**
   * Contributions of this leaf for every set of met conditions: entry {@code met * d + i} is
   * feature i's, by the formula of {@link TreeWalker}.
   */
  double[] contributions() {
    int d = feature.length;
    GaussLegendre rule = GaussLegendre.exactTo(d - 1);
    double[] result = new double[d << d];
    double[] before = new double[d]; // product of the factors of the features before i
    double[] factor = new double[d];
    for (int met = 0; met < 1 << d; met++) {
      for (int q = 0; q < rule.node().length; q++) {
        double t = rule.node()[q];
        double product = 1;
        for (int i = 0; i < d; i++) {
          before[i] = product;
          factor[i] = (met >> i & 1) * t + share[i] * (1 - t);
          product *= factor[i];
        }
        double after = rule.weight()[q] * value;
        for (int i = d - 1; i >= 0; i--) {
          result[met * d + i] += before[i] * after * ((met >> i & 1) - share[i]);
          after *= factor[i];
        }
      }
    }
    return result;
  }
}
