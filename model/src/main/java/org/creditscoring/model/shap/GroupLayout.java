package org.creditscoring.model.shap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.creditscoring.model.tree.Tree;

/**
 * The index of a group: its bits from the lowest, the leaves in terms of them, and for each feature
 * the range of bits that its table needs. Nodes of the left subtree have the lowest bits, then come
 * the features on the path, then the group's root and the right subtree: so a feature of one side
 * only needs a shorter table.
 */
final class GroupLayout {
  /** The term that is not a feature's contribution but the value of the row's leaf. */
  static final int MARGIN = -1;

  private final Tree tree;
  private final Thresholds thresholds;
  private final List<List<Condition>> bits = new ArrayList<>();
  private final Map<Integer, Integer> bitOfNode = new HashMap<>();
  private final Map<Integer, Integer> bitOfFeature = new HashMap<>();
  private final List<LeafPattern> leaves = new ArrayList<>();
  private final SortedMap<Integer, BitRange> ranges = new TreeMap<>();
  private final int leftBits;

  /** Consecutive index bits, both ends included. */
  record BitRange(int low, int high) {
    int size() {
      return 1 << (high - low + 1);
    }

    /** Both, and what lies between. */
    BitRange cover(BitRange other) {
      return new BitRange(Math.min(low, other.low), Math.max(high, other.high));
    }
  }

  GroupLayout(Tree tree, GroupPlan.Root root, Thresholds thresholds) {
    this.tree = tree;
    this.thresholds = thresholds;
    boolean lone = tree.isLeaf(root.node());
    if (!lone) {
      List<Integer> left = new ArrayList<>();
      collectInner(tree.left(root.node()), left);
      for (int i = left.size() - 1; i >= 0; i--) {
        addNode(left.get(i));
      }
    }
    leftBits = bits.size();
    addPath(root.path());
    if (!lone) {
      List<Integer> right = new ArrayList<>(List.of(root.node()));
      collectInner(tree.right(root.node()), right);
      right.forEach(this::addNode);
    }
    collectLeaves(root.node(), root.path());
    Map<Integer, Integer> used = new HashMap<>();
    for (LeafPattern leaf : leaves) {
      for (int feature : leaf.feature()) {
        used.merge(feature, leaf.allBits(), (a, b) -> a | b);
      }
    }
    used.forEach((feature, mask) -> ranges.put(feature, range(mask)));
    ranges.put(MARGIN, new BitRange(0, bits.size() - 1));
  }

  private void collectInner(int node, List<Integer> into) {
    if (!tree.isLeaf(node)) {
      into.add(node);
      collectInner(tree.left(node), into);
      collectInner(tree.right(node), into);
    }
  }

  private void addNode(int node) {
    bitOfNode.put(node, bits.size());
    bits.add(List.of(Condition.of(tree, new Step(node, true), thresholds)));
  }

  /** One bit per feature: all its conditions on the path are met. */
  private void addPath(List<Step> path) {
    Map<Integer, List<Condition>> byFeature = new LinkedHashMap<>();
    for (Step step : path) {
      Condition condition = Condition.of(tree, step, thresholds);
      add(condition, byFeature.computeIfAbsent(condition.feature(), f -> new ArrayList<>()));
    }
    byFeature.forEach(
        (feature, conditions) -> {
          bitOfFeature.put(feature, bits.size());
          bits.add(conditions);
        });
  }

  private static void add(Condition condition, List<Condition> conditions) {
    for (int i = 0; i < conditions.size(); i++) {
      if (conditions.get(i).mergesWith(condition)) {
        conditions.set(i, conditions.get(i).merge(condition));
        return;
      }
    }
    conditions.add(condition);
  }

  private void collectLeaves(int node, List<Step> path) {
    if (tree.isLeaf(node)) {
      leaves.add(pattern(tree.leafValue(node), path));
    } else {
      collectLeaves(tree.left(node), Step.longer(path, node, true));
      collectLeaves(tree.right(node), Step.longer(path, node, false));
    }
  }

  private LeafPattern pattern(double value, List<Step> path) {
    int[] feature = new int[path.size()];
    double[] share = new double[path.size()];
    int[] mask = new int[path.size()];
    int[] want = new int[path.size()];
    int d = 0;
    for (Step step : path) {
      int compared = tree.feature(step.node());
      int i = 0;
      while (i < d && feature[i] != compared) {
        i++;
      }
      if (i == d) {
        feature[d] = compared;
        share[d++] = 1;
      }
      share[i] *= step.share(tree);
      Integer own = bitOfNode.get(step.node());
      int bit = 1 << (own == null ? bitOfFeature.get(compared) : own);
      mask[i] |= bit;
      want[i] |= own == null || step.left() ? bit : 0;
    }
    return new LeafPattern(
        value,
        Arrays.copyOf(feature, d),
        Arrays.copyOf(share, d),
        Arrays.copyOf(mask, d),
        Arrays.copyOf(want, d));
  }

  private BitRange range(int mask) {
    int lowest = Integer.numberOfTrailingZeros(mask);
    int highest = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(mask);
    return new BitRange(lowest >= leftBits ? leftBits : 0, highest);
  }

  List<List<Condition>> bits() {
    return bits;
  }

  /** Bits below those that a table with {@code low() > 0} starts at. */
  int leftBits() {
    return leftBits;
  }

  /** Per feature, rising, the bits that index its table. */
  SortedMap<Integer, BitRange> ranges() {
    return ranges;
  }

  /**
   * The sums of a group over its leaves, in double. A leaf depends on the bits of its own side of
   * the root only, so each side is summed by itself, in short tables.
   */
  record Sums(SideTables left, SideTables right) {

    /**
     * The table of two terms by the bits from {@code range.low()} on.
     *
     * @param scale units per log-odds
     */
    long[] table(TermPair pair, BitRange range, double scale) {
      long[] table = new long[range.size()];
      SideTables.sum(left, right, pair, range.low(), scale, table);
      return table;
    }
  }

  Sums sums() {
    SideTables left = new SideTables(0, leftBits == 0 ? 0 : leftBits + bitOfFeature.size());
    SideTables right = new SideTables(leftBits, bits.size() - 1);
    for (LeafPattern leaf : leaves) {
      (Integer.numberOfTrailingZeros(leaf.allBits()) < leftBits ? left : right).add(leaf);
    }
    return new Sums(left, right);
  }
}
