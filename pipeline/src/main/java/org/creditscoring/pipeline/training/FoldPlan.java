package org.creditscoring.pipeline.training;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How the model of one fold is trained, chosen on the other folds alone.
 *
 * @param rounds trees
 * @param columns places of its features among the values of a client, rising
 */
record FoldPlan(int rounds, int[] columns) {
  /** Every feature that one of the plans has, rising. */
  static int[] union(Iterable<FoldPlan> plans) {
    IntStream all = IntStream.empty();
    for (FoldPlan plan : plans) {
      all = IntStream.concat(all, Arrays.stream(plan.columns()));
    }
    return all.distinct().sorted().toArray();
  }
}
