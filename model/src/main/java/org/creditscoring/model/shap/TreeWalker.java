package org.creditscoring.model.shap;

import java.util.Arrays;
import org.creditscoring.model.tree.Tree;

/**
 * Exact contributions of one tree by one walk over all its nodes per row, for trees of any depth.
 *
 * <p>For a leaf of value v, let U be the features on its path; o_k is 1 if the row meets every
 * condition of feature k on the path, else 0, and z_k is the product of the cover shares of the
 * edges that compare k. The path-dependent value function of a coalition S is v·Π_{k∈S} o_k·Π_{k∉S}
 * z_k, and its Shapley values are
 *
 * <pre>φ_i = v·(o_i − z_i)·∫₀¹ Π_{k∈U∖i} (o_k·t + z_k·(1−t)) dt</pre>
 *
 * because ∫ t^s(1−t)^(d−1−s) dt = s!(d−1−s)!/d! is the Shapley weight. The integrand is a
 * polynomial of degree d−1, so Gauss–Legendre is exact. Going down, the walk keeps P(t) = Π_k
 * f_k(t) with f_k = o_k·t + z_k·(1−t); going up, it sums w·v·P over the leaves below and gives an
 * edge that compares i this sum times ψ = (o_i − z_i)/f_i(t). An edge that compares a feature again
 * adds only the change of ψ. No division is by zero: ψ is −1/(1−t) when o_i = 0, and f_i ≥ t > 0
 * when o_i = 1.
 */
final class TreeWalker {
  private static final int NONE = -1;

  private final Tree tree;
  private final GaussLegendre rule;
  private final int depth;

  /** Feature of the edge into each node. */
  private final int[] feature;

  /** Nearest node above whose edge compares the same feature, NONE if there is none. */
  private final int[] earlier;

  /** Cover share of the edge into each node. */
  private final double[] share;

  /** Product of the cover shares of all edges of that feature down to the node: z. */
  private final double[] closedShare;

  TreeWalker(Tree tree) {
    this.tree = tree;
    int n = tree.size();
    feature = new int[n];
    earlier = new int[n];
    share = new double[n];
    closedShare = new double[n];
    int[] parent = new int[n];
    int[] level = new int[n];
    int[] distinct = new int[n];
    parent[0] = NONE;
    int deepest = 0;
    int widest = 0;
    for (int node = 0; node < n; node++) {
      if (node > 0) {
        enter(node, parent);
        level[node] = level[parent[node]] + 1;
        distinct[node] = distinct[parent[node]] + (earlier[node] == NONE ? 1 : 0);
        deepest = Math.max(deepest, level[node]);
        widest = Math.max(widest, distinct[node]);
      }
      if (!tree.isLeaf(node)) {
        parent[tree.left(node)] = node;
        parent[tree.right(node)] = node;
      }
    }
    depth = deepest;
    rule = GaussLegendre.exactTo(Math.max(0, widest - 1));
  }

  private void enter(int node, int[] parent) {
    int from = parent[node];
    feature[node] = tree.feature(from);
    double left = tree.shareLeft(from);
    share[node] = node == tree.left(from) ? left : 1 - left;
    int above = from;
    while (above > 0 && feature[above] != feature[node]) {
      above = parent[above];
    }
    earlier[node] = above > 0 ? above : NONE;
    closedShare[node] = above > 0 ? share[node] * closedShare[above] : share[node];
  }

  /** A place to walk; for one thread. */
  Walk walk() {
    return new Walk();
  }

  /** The mutable state of one walk, reused from row to row. */
  final class Walk {
    private final int width = rule.node().length;
    private final boolean[] open = new boolean[tree.size()];
    private final double[] product = new double[(depth + 1) * width];
    private final double[] below = new double[(depth + 1) * width];
    private float[] values;
    private int offset;
    private double[] contributions;

    /**
     * Adds the tree's contributions for the row at {@code values[offset]} to {@code contributions}.
     *
     * @return the tree's margin
     */
    double explain(float[] values, int offset, double[] contributions) {
      this.values = values;
      this.offset = offset;
      this.contributions = contributions;
      Arrays.fill(product, 0, width, 1);
      if (!tree.isLeaf(0)) {
        descend(0, 0);
      }
      return tree.margin(values, offset);
    }

    /** Walks both children of an inner node and leaves Σ w·v·P of its leaves in below[level]. */
    private void descend(int node, int level) {
      boolean goesLeft = tree.goesLeft(node, values[offset + tree.feature(node)]);
      Arrays.fill(below, level * width, (level + 1) * width, 0);
      edge(tree.left(node), level + 1, goesLeft);
      edge(tree.right(node), level + 1, !goesLeft);
    }

    private void edge(int node, int level, boolean met) {
      int before = earlier[node];
      boolean wasOpen = before == NONE || open[before];
      open[node] = met && wasOpen;
      multiply(node, level, wasOpen);
      if (tree.isLeaf(node)) {
        for (int q = 0; q < width; q++) {
          below[level * width + q] =
              rule.weight()[q] * tree.leafValue(node) * product[level * width + q];
        }
      } else {
        descend(node, level);
      }
      if (wasOpen) {
        contributions[feature[node]] += gather(node, level);
      }
      for (int q = 0; q < width; q++) {
        below[(level - 1) * width + q] += below[level * width + q];
      }
    }

    /**
     * P of this level: that of the level above with the feature's former factor replaced by the
     * present one.
     */
    private void multiply(int node, int level, boolean wasOpen) {
      int before = earlier[node];
      int here = level * width;
      int above = here - width;
      if (!wasOpen) { // both factors are z·(1−t)
        for (int q = 0; q < width; q++) {
          product[here + q] = product[above + q] * share[node];
        }
      } else if (before == NONE) {
        for (int q = 0; q < width; q++) {
          product[here + q] = product[above + q] * factor(node, rule.node()[q]);
        }
      } else {
        for (int q = 0; q < width; q++) {
          double t = rule.node()[q];
          product[here + q] = product[above + q] * (factor(node, t) / factor(before, t));
        }
      }
    }

    /**
     * Σ ψ·w·v·P below the edge, less what the edge before it (an open one) added for the same
     * leaves.
     */
    private double gather(int node, int level) {
      int before = earlier[node];
      int here = level * width;
      double sum = open[node] ? gatherOpen(node, here) : gatherClosed(here);
      return before == NONE ? sum : sum - gatherOpen(before, here);
    }

    private double gatherOpen(int node, int here) {
      double sum = 0;
      for (int q = 0; q < width; q++) {
        sum += below[here + q] / factor(node, rule.node()[q]);
      }
      return sum * (1 - closedShare[node]);
    }

    private double gatherClosed(int here) {
      double sum = 0;
      for (int q = 0; q < width; q++) {
        sum -= below[here + q] / (1 - rule.node()[q]);
      }
      return sum;
    }

    /** f(t) of the feature of the edge into the node. */
    private double factor(int node, double t) {
      return (open[node] ? t : 0) + closedShare[node] * (1 - t);
    }
  }
}
