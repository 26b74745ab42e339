package org.creditscoring.model.shap;

import org.creditscoring.model.tree.Tree;

/**
 * What a row must satisfy to take one side of a node, on quantised columns.
 *
 * @param feature compared
 * @param rank values of a lower rank go left
 * @param missingLow whether a missing value ranks lowest, that is, goes left
 * @param left the side
 */
record Condition(int feature, int rank, boolean missingLow, boolean left) {

  static Condition of(Tree tree, Step step, Thresholds thresholds) {
    int feature = tree.feature(step.node());
    int rank = thresholds.rankOf(feature, tree.threshold(step.node()));
    return new Condition(feature, rank, tree.defaultLeft(step.node()), step.left());
  }

  /**
   * Whether the other condition compares the same column on the same side, so that the stricter one
   * implies both.
   */
  boolean mergesWith(Condition other) {
    return feature == other.feature && missingLow == other.missingLow && left == other.left;
  }

  /** The stricter of two conditions that merge. */
  Condition merge(Condition other) {
    int stricter = left ? Math.min(rank, other.rank) : Math.max(rank, other.rank);
    return new Condition(feature, stricter, missingLow, left);
  }
}
