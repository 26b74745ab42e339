package org.creditscoring.model.tree;

import java.util.Arrays;

/**
 * One immutable binary decision tree. Nodes are numbered in pre-order: node 0 is the root, the left
 * child of an inner node {@code n} is {@code n + 1}, and every child comes after its parent.
 *
 * <p>The rule is XGBoost's: a float value below the float threshold goes left, NaN follows the
 * node's default direction, everything else goes right.
 */
public final class Tree {
  private static final int LEAF = -1;

  private final int[] right; // LEAF where the node is a leaf
  private final int[] feature;
  private final float[] value;
  private final boolean[] defaultLeft;
  private final float[] cover;

  private Tree(Nodes source, int[] order) {
    int n = order.length;
    right = new int[n];
    feature = new int[n];
    value = new float[n];
    defaultLeft = new boolean[n];
    cover = new float[n];
    int[] renumbered = new int[source.left().length];
    for (int i = 0; i < n; i++) {
      renumbered[order[i]] = i;
    }
    for (int i = 0; i < n; i++) {
      int o = order[i];
      boolean leaf = source.left()[o] == LEAF;
      right[i] = leaf ? LEAF : renumbered[source.right()[o]];
      feature[i] = leaf ? LEAF : source.feature()[o];
      value[i] = source.value()[o];
      defaultLeft[i] = !leaf && source.defaultLeft()[o];
      cover[i] = source.cover()[o];
    }
  }

  private Tree(Tree shape, float[] value) {
    this.right = shape.right;
    this.feature = shape.feature;
    this.value = value;
    this.defaultLeft = shape.defaultLeft;
    this.cover = shape.cover;
  }

  /**
   * A tree of the given nodes; nodes that the root does not reach (a pruned model keeps some) are
   * left out.
   *
   * @throws IllegalArgumentException if a child is out of range or has two parents, a feature is
   *     negative, a threshold is NaN, a leaf value is not finite, or a cover is negative or not
   *     finite; the message names the node
   */
  public static Tree of(Nodes nodes) {
    int[] order = preOrder(nodes);
    for (int node : order) {
      check(nodes, node);
    }
    return new Tree(nodes, order);
  }

  /** A tree of one leaf. */
  public static Tree leaf(float value) {
    int[] none = {LEAF};
    return of(
        new Nodes(none, none, none, new float[] {value}, new boolean[] {false}, new float[] {1}));
  }

  private static int[] preOrder(Nodes nodes) {
    int n = nodes.left().length;
    boolean[] seen = new boolean[n];
    int[] order = new int[n];
    int[] stack = new int[n + 1];
    int count = 0;
    int top = 0;
    seen[0] = true;
    stack[top++] = 0;
    while (top > 0) {
      int node = stack[--top];
      order[count++] = node;
      int l = nodes.left()[node];
      int r = nodes.right()[node];
      if (l == LEAF && r == LEAF) {
        continue;
      }
      for (int child : new int[] {r, l}) {
        if (child < 0 || child >= n) {
          throw new IllegalArgumentException(
              "node " + node + " has a child " + child + " outside 0.." + (n - 1));
        }
        if (seen[child]) {
          throw new IllegalArgumentException("node " + child + " is reached twice");
        }
        seen[child] = true;
        stack[top++] = child;
      }
    }
    return Arrays.copyOf(order, count);
  }

  private static void check(Nodes nodes, int node) {
    float cover = nodes.cover()[node];
    if (!(cover >= 0) || Float.isInfinite(cover)) {
      throw new IllegalArgumentException(
          "node " + node + " has cover " + cover + "; it must be finite and not negative");
    }
    float value = nodes.value()[node];
    if (nodes.left()[node] == LEAF) {
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException("leaf " + node + " has value " + value);
      }
      return;
    }
    if (Float.isNaN(value)) {
      throw new IllegalArgumentException("node " + node + " has threshold NaN");
    }
    if (nodes.feature()[node] < 0) {
      throw new IllegalArgumentException(
          "node " + node + " compares feature " + nodes.feature()[node]);
    }
  }

  /** Number of nodes, leaves included. */
  public int size() {
    return right.length;
  }

  public boolean isLeaf(int node) {
    return right[node] == LEAF;
  }

  /** Left child of an inner node. */
  public int left(int node) {
    return node + 1;
  }

  /** Right child of an inner node. */
  public int right(int node) {
    return right[node];
  }

  /** Feature that an inner node compares; −1 at a leaf. */
  public int feature(int node) {
    return feature[node];
  }

  /** Threshold of an inner node. */
  public float threshold(int node) {
    return value[node];
  }

  /** Value of a leaf, in log-odds. */
  public float leafValue(int node) {
    return value[node];
  }

  /** Whether a missing value goes left at an inner node. */
  public boolean defaultLeft(int node) {
    return defaultLeft[node];
  }

  /** Weight of the training rows that reached the node. */
  public float cover(int node) {
    return cover[node];
  }

  /** Whether value {@code x} goes left at an inner node. */
  public boolean goesLeft(int node, float x) {
    return Float.isNaN(x) ? defaultLeft[node] : x < value[node];
  }

  /**
   * Share of an inner node's training weight that went left, from 0 to 1: cover(left) /
   * (cover(left) + cover(right)). The children's sum, not the node's own cover, so that both shares
   * add up to 1 despite float rounding; one half if neither child was reached.
   */
  public double shareLeft(int node) {
    double l = cover[left(node)];
    double both = l + cover[right[node]];
    return both == 0 ? 0.5 : l / both;
  }

  /** Cover-weighted mean of the leaves, in log-odds: the tree's expected value. */
  public double mean() {
    double[] mean = new double[size()];
    for (int node = size() - 1; node >= 0; node--) { // children come after their parent
      if (isLeaf(node)) {
        mean[node] = value[node];
      } else {
        double share = shareLeft(node);
        mean[node] = share * mean[left(node)] + (1 - share) * mean[right[node]];
      }
    }
    return mean[0];
  }

  /** Value of the leaf that the row starting at {@code values[offset]} falls into. */
  public float margin(float[] values, int offset) {
    int node = 0;
    while (right[node] != LEAF) {
      node = goesLeft(node, values[offset + feature[node]]) ? node + 1 : right[node];
    }
    return value[node];
  }

  /** Highest feature index compared anywhere, −1 if none. */
  int maxFeature() {
    return Arrays.stream(feature).max().orElse(LEAF);
  }

  /** The same tree with each leaf multiplied by {@code factor}. */
  Tree scaled(double factor) {
    float[] scaled = value.clone();
    for (int node = 0; node < scaled.length; node++) {
      if (isLeaf(node)) {
        scaled[node] = (float) (value[node] * factor);
      }
    }
    return new Tree(this, scaled);
  }
}
