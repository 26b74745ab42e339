package org.creditscoring.model.shap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.creditscoring.model.shap.GroupLayout.BitRange;

/**
 * Two terms of a tree, features or the margin, that share tables: one look-up serves both.
 *
 * @param first a feature or {@link GroupLayout#MARGIN}
 * @param second another one or {@link #NONE}
 * @param ranges per group that concerns either, the bits that index their table
 */
record TermPair(int first, int second, SortedMap<Integer, BitRange> ranges) {
  /** Stands for the second term where a tree has an odd number of them. */
  static final int NONE = -2;

  /**
   * Pairs the terms of a tree, those of the most groups first, each with the one that shares the
   * most groups with it; of several, with the one that lengthens the tables least.
   */
  static List<TermPair> of(List<GroupLayout> layouts) {
    SortedSet<Integer> left = new TreeSet<>();
    layouts.forEach(layout -> left.addAll(layout.ranges().keySet()));
    List<TermPair> singles =
        new ArrayList<>(left.stream().map(term -> single(term, layouts)).toList());
    singles.sort(Comparator.comparingInt(pair -> -pair.ranges.size()));
    List<TermPair> pairs = new ArrayList<>();
    while (singles.size() > 1) {
      TermPair one = singles.remove(0);
      TermPair partner =
          singles.stream()
              .min(
                  Comparator.comparingInt(
                          (TermPair other) -> one.with(other).ranges.size() - other.ranges.size())
                      .thenComparingLong(other -> one.with(other).entries() - other.entries()))
              .orElseThrow();
      singles.remove(partner);
      pairs.add(one.with(partner));
    }
    pairs.addAll(singles);
    return pairs;
  }

  private static TermPair single(int term, List<GroupLayout> layouts) {
    SortedMap<Integer, BitRange> ranges = new TreeMap<>();
    for (int g = 0; g < layouts.size(); g++) {
      BitRange range = layouts.get(g).ranges().get(term);
      if (range != null) {
        ranges.put(g, range);
      }
    }
    return new TermPair(term, NONE, ranges);
  }

  private TermPair with(TermPair other) {
    SortedMap<Integer, BitRange> both = new TreeMap<>(ranges);
    other.ranges.forEach((group, range) -> both.merge(group, range, BitRange::cover));
    return new TermPair(first, other.first, both);
  }

  /** Of its tables. */
  long entries() {
    return ranges.values().stream().mapToLong(BitRange::size).sum();
  }
}
