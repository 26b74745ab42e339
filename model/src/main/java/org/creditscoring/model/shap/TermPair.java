package org.creditscoring.model.shap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.creditscoring.model.shap.GroupLayout.BitRange;

/**
 * Two terms of a tree, features or the margin, that share tables: one look-up serves both.
 *
 * @param first a feature or {@link GroupLayout#MARGIN}
 * @param second another one or {@link #NONE}
 * @param ranges per group, the bits that index their table; null if it concerns neither
 */
record TermPair(int first, int second, BitRange[] ranges) {
  /** Stands for the second term where a tree has an odd number of them. */
  static final int NONE = -2;

  /**
   * Pairs the terms of a tree, those of the most groups first, each with the one that shares the
   * most groups with it; of several, with the one that lengthens the tables least.
   */
  static List<TermPair> of(List<GroupLayout> layouts) {
    SortedSet<Integer> terms = new TreeSet<>();
    layouts.forEach(layout -> terms.addAll(layout.ranges().keySet()));
    List<TermPair> singles =
        new ArrayList<>(terms.stream().map(term -> single(term, layouts)).toList());
    singles.sort(Comparator.comparingInt(single -> -single.groups()));
    List<TermPair> pairs = new ArrayList<>();
    while (singles.size() > 1) {
      TermPair one = singles.remove(0);
      pairs.add(one.with(singles.remove(one.cheapest(singles))));
    }
    pairs.addAll(singles);
    return pairs;
  }

  private static TermPair single(int term, List<GroupLayout> layouts) {
    BitRange[] ranges =
        layouts.stream().map(layout -> layout.ranges().get(term)).toArray(BitRange[]::new);
    return new TermPair(term, NONE, ranges);
  }

  /** Position of the one beside which this costs least, the first of several. */
  private int cheapest(List<TermPair> others) {
    int best = 0;
    long least = Long.MAX_VALUE;
    for (int i = 0; i < others.size(); i++) {
      long cost = costBeside(others.get(i));
      if (cost < least) {
        least = cost;
        best = i;
      }
    }
    return best;
  }

  /** What sharing tables with the other adds to it: look-ups, then entries. */
  private long costBeside(TermPair other) {
    long lookUps = 0;
    long entries = 0;
    for (int g = 0; g < ranges.length; g++) {
      if (ranges[g] != null && other.ranges[g] != null) {
        entries += ranges[g].cover(other.ranges[g]).size() - other.ranges[g].size();
      } else if (ranges[g] != null) {
        lookUps++;
        entries += ranges[g].size();
      }
    }
    return (lookUps << Integer.SIZE) + entries;
  }

  private TermPair with(TermPair other) {
    BitRange[] both = new BitRange[ranges.length];
    for (int g = 0; g < both.length; g++) {
      BitRange own = ranges[g];
      BitRange others = other.ranges[g];
      both[g] = own == null ? others : others == null ? own : own.cover(others);
    }
    return new TermPair(first, other.first, both);
  }

  /** Groups that concern either term. */
  int groups() {
    int groups = 0;
    for (BitRange range : ranges) {
      groups += range == null ? 0 : 1;
    }
    return groups;
  }

  /** Of its tables. */
  long entries() {
    long entries = 0;
    for (BitRange range : ranges) {
      entries += range == null ? 0 : range.size();
    }
    return entries;
  }
}
