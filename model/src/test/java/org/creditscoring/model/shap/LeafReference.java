package org.creditscoring.model.shap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.creditscoring.model.tree.Ensemble;
import org.creditscoring.model.tree.Tree;

/**
 * The oracle for trees too large for {@link Shapley}: leaf by leaf in double, with the Shapley
 * weights s!(d−1−s)!/d! of the coefficients of Π_{k≠i}(z_k + o_k·y), no quadrature.
 */
final class LeafReference {
  private record Step(int node, boolean left) {}

  private static final class Condition {
    double share = 1;
    boolean met = true;
  }

  private final Ensemble ensemble;

  LeafReference(Ensemble ensemble) {
    this.ensemble = ensemble;
  }

  /** Contributions of one row, log-odds. */
  double[] contributions(float[] row) {
    double[] result = new double[ensemble.numFeatures()];
    for (Tree tree : ensemble.trees()) {
      visit(tree, 0, List.of(), row, result);
    }
    return result;
  }

  private void visit(Tree tree, int node, List<Step> path, float[] row, double[] result) {
    if (tree.isLeaf(node)) {
      leaf(tree, tree.leafValue(node), path, row, result);
      return;
    }
    for (boolean left : new boolean[] {true, false}) {
      List<Step> longer = new ArrayList<>(path);
      longer.add(new Step(node, left));
      visit(tree, left ? tree.left(node) : tree.right(node), longer, row, result);
    }
  }

  private void leaf(Tree tree, double leafValue, List<Step> path, float[] row, double[] result) {
    Map<Integer, Condition> conditions = new LinkedHashMap<>();
    for (Step step : path) {
      int node = step.node();
      Condition c = conditions.computeIfAbsent(tree.feature(node), f -> new Condition());
      double l = tree.cover(tree.left(node));
      double r = tree.cover(tree.right(node));
      c.share *= l + r == 0 ? 0.5 : (step.left() ? l : r) / (l + r);
      float x = row[tree.feature(node)];
      boolean toLeft = x != x ? tree.defaultLeft(node) : x < tree.threshold(node);
      c.met &= toLeft == step.left();
    }
    conditions.forEach(
        (feature, c) -> {
          double[] others = polynomial(conditions.values(), c);
          int d = conditions.size();
          double weight = 1.0 / d; // of the empty coalition: 0!(d−1)!/d!
          double sum = 0;
          for (int s = 0; s < d; s++) {
            sum += weight * others[s];
            weight *= (s + 1.0) / Math.max(1, d - s - 1);
          }
          result[feature] += leafValue * ((c.met ? 1 : 0) - c.share) * sum;
        });
  }

  private static double[] polynomial(Iterable<Condition> conditions, Condition without) {
    double[] p = {1};
    for (Condition c : conditions) {
      if (c != without) {
        double[] q = new double[p.length + 1];
        for (int s = 0; s < p.length; s++) {
          q[s] += p[s] * c.share;
          q[s + 1] += c.met ? p[s] : 0;
        }
        p = q;
      }
    }
    return p;
  }
}
