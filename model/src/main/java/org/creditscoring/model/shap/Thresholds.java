package org.creditscoring.model.shap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.creditscoring.model.tree.Tree;

/**
 * Quantises features: a value becomes its rank, the number of the feature's distinct thresholds
 * that are ≤ it, so that {@code value < threshold} is {@code rank(value) < rankOf(threshold)}, a
 * comparison of small ints. Floats are compared as ints of the same order, −0 and 0 being one.
 */
final class Thresholds {
  /**
   * Ranks and their differences stay below 2^MAX_RANK_BITS, which leaves the upper bits of an int
   * to be all sign.
   */
  static final int MAX_RANK_BITS = 16;

  private static final int INFINITY = Float.floatToRawIntBits(Float.POSITIVE_INFINITY);
  private static final int MAGNITUDE = 0x7fffffff;

  /**
   * Per feature: rising thresholds as ordered ints, filled up with infinity to 2^k − 1 entries;
   * empty if unused.
   */
  private final int[][] ordered;

  private Thresholds(int[][] ordered) {
    this.ordered = ordered;
  }

  static Thresholds of(Collection<Tree> trees, int features) {
    List<SortedSet<Integer>> distinct = new ArrayList<>();
    for (int f = 0; f < features; f++) {
      distinct.add(new TreeSet<>());
    }
    for (Tree tree : trees) {
      for (int node = 0; node < tree.size(); node++) {
        if (!tree.isLeaf(node)) {
          distinct.get(tree.feature(node)).add(order(tree.threshold(node)));
        }
      }
    }
    int[][] ordered = new int[features][];
    for (int f = 0; f < features; f++) {
      int count = distinct.get(f).size();
      int length = (Integer.highestOneBit(count) << 1) - 1;
      ordered[f] = new int[count == 0 ? 0 : length];
      Arrays.fill(ordered[f], INFINITY);
      int i = 0;
      for (int threshold : distinct.get(f)) {
        ordered[f][i++] = threshold;
      }
    }
    return new Thresholds(ordered);
  }

  /** Maps floats to ints of the same order; NaN of any sign is above infinity. */
  private static int order(float x) {
    int bits = Float.floatToIntBits(x + 0.0f); // −0 + 0 = 0
    return bits ^ ((bits >> 31) & MAGNITUDE);
  }

  /** Whether any tree compares the feature. */
  boolean uses(int feature) {
    return ordered[feature].length > 0;
  }

  /** Whether the feature's ranks are small enough for {@link GroupIndex}. */
  boolean fits(int feature) {
    return ordered[feature].length < 1 << MAX_RANK_BITS;
  }

  /** Rank from which a value is not below the threshold, ≥ 1. */
  int rankOf(int feature, float threshold) {
    int key = order(threshold);
    int low = 0;
    int high = ordered[feature].length - 1;
    while (low
        < high) { // the first of equal entries: the filling may equal a threshold of infinity
      int middle = (low + high) >>> 1;
      if (ordered[feature][middle] < key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low + 1;
  }

  /**
   * Ranks of a column, twice: a missing value is below all thresholds (−1) in {@code missingLow}
   * and above all in {@code missingHigh}, so that it follows a node's default direction by the
   * choice of the column. The search has no branch that depends on data.
   *
   * @return whether any value is missing; if none is, the two columns are alike
   */
  boolean rank(int feature, float[] column, int rows, int[] missingLow, int[] missingHigh) {
    int[] sorted = ordered[feature];
    int half = (sorted.length + 1) >> 1;
    int anyMissing = 0;
    for (int r = 0; r < rows; r++) {
      int key = order(column[r]);
      long above = key + 1L;
      int rank = 0;
      for (int step = half; step > 0; step >>= 1) {
        rank += step & (int) ((sorted[rank + step - 1] - above) >> 63);
      }
      missingHigh[r] = rank;
      int missing = key > INFINITY ? -1 : 0;
      missingLow[r] = rank | missing;
      anyMissing |= missing;
    }
    return anyMissing != 0;
  }
}
