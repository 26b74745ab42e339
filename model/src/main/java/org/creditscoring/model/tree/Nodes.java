package org.creditscoring.model.tree;

/**
 * The raw arrays of one tree, one entry per node, node 0 the root, as a model file or a test states
 * them. {@link Tree#of} checks and copies them.
 *
 * @param left left child, −1 at a leaf
 * @param right right child, −1 at a leaf
 * @param feature index of the feature that is compared; ignored at a leaf
 * @param value threshold of an inner node; value (log-odds) of a leaf
 * @param defaultLeft whether a missing value goes left; ignored at a leaf
 * @param cover weight of training rows that reached the node, ≥ 0
 */
public record Nodes(
    int[] left, int[] right, int[] feature, float[] value, boolean[] defaultLeft, float[] cover) {

  public Nodes {
    int n = left.length;
    if (n == 0) {
      throw new IllegalArgumentException("a tree needs at least one node");
    }
    requireLength("right", right.length, n);
    requireLength("feature", feature.length, n);
    requireLength("value", value.length, n);
    requireLength("defaultLeft", defaultLeft.length, n);
    requireLength("cover", cover.length, n);
  }

  private static void requireLength(String name, int found, int expected) {
    if (found != expected) {
      throw new IllegalArgumentException(
          name + " has " + found + " entries, but the tree has " + expected + " nodes");
    }
  }
}
