package org.creditscoring.model.shap;

import java.util.Arrays;
import org.creditscoring.model.tree.Ensemble;
import org.creditscoring.model.tree.Tree;

/**
 * The slow and obvious oracle: Shapley values by their definition, over all coalitions of all
 * features, of the path-dependent value function (Lundberg, Erion, Lee 2018, algorithm 1). Shares
 * no code with what it checks beyond the tree's arrays. Cost: 2^features walks.
 */
final class Shapley {
  private Shapley() {}

  /** Contributions of one row, log-odds. */
  static double[] contributions(Ensemble ensemble, float[] row) {
    int n = ensemble.numFeatures();
    double[] value = new double[1 << n];
    for (int coalition = 0; coalition < value.length; coalition++) {
      value[coalition] = value(ensemble, row, coalition);
    }
    double[] result = new double[n];
    for (int f = 0; f < n; f++) {
      for (int coalition = 0; coalition < value.length; coalition++) {
        if ((coalition >> f & 1) == 0) {
          int s = Integer.bitCount(coalition);
          double weight = factorial(s) * factorial(n - s - 1) / factorial(n);
          result[f] += weight * (value[coalition | 1 << f] - value[coalition]);
        }
      }
    }
    return result;
  }

  /** Expected margin when the features of the coalition (a bit set) are known. */
  static double value(Ensemble ensemble, float[] row, int coalition) {
    return ensemble.baseMargin()
        + ensemble.trees().stream().mapToDouble(t -> value(t, 0, row, coalition)).sum();
  }

  private static double value(Tree tree, int node, float[] row, int coalition) {
    if (tree.isLeaf(node)) {
      return tree.leafValue(node);
    }
    int left = tree.left(node);
    int right = tree.right(node);
    if ((coalition >> tree.feature(node) & 1) != 0) {
      float x = row[tree.feature(node)];
      boolean toLeft = x != x ? tree.defaultLeft(node) : x < tree.threshold(node);
      return value(tree, toLeft ? left : right, row, coalition);
    }
    double l = tree.cover(left);
    double r = tree.cover(right);
    if (l + r == 0) { // no training row came by: both ways count the same
      l = 1;
      r = 1;
    }
    return (l * value(tree, left, row, coalition) + r * value(tree, right, row, coalition))
        / (l + r);
  }

  private static double factorial(int n) {
    double product = 1;
    for (int i = 2; i <= n; i++) {
      product *= i;
    }
    return product;
  }

  /** The margin when nothing is known: what an explainer calls its bias. */
  static double bias(Ensemble ensemble) {
    float[] unread = new float[ensemble.numFeatures()];
    Arrays.fill(unread, Float.NaN);
    return value(ensemble, unread, 0);
  }
}
