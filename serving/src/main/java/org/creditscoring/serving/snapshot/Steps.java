package org.creditscoring.serving.snapshot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The clients of one number in many small steps of its value, from which a percentile is read to
 * half a point.
 *
 * @param lower least value of each step, strictly rising; a step ends where the next begins
 * @param accepted clients of each step who would be accepted
 * @param refused clients who would be refused
 */
record Steps(double[] lower, int[] accepted, int[] refused) {
  /** Of a feature that has none: a category, a flag, or one of an older snapshot. */
  static final Steps NONE = new Steps(new double[0], new int[0], new int[0]);

  Steps {
    for (int i = 1; i < lower.length; i++) {
      if (!(lower[i] > lower[i - 1])) {
        throw new IllegalArgumentException(
            "its steps do not rise: " + lower[i] + " after " + lower[i - 1]);
      }
    }
  }

  /** {@code positions.parquet}: the steps of each number, by its name. */
  static Map<String, Steps> read(Path file) throws IOException {
    FlatTable table = FlatTable.open(file);
    String[] features = table.texts("feature");
    double[] lower = table.numbers("lower");
    int[] accepted = table.wholes("accepted");
    int[] refused = table.wholes("refused");
    Map<String, Steps> steps = new HashMap<>();
    int from = 0;
    while (from < features.length) {
      int to = from;
      while (to < features.length && features[to].equals(features[from])) {
        to++;
      }
      Steps own =
          new Steps(
              Arrays.copyOfRange(lower, from, to),
              Arrays.copyOfRange(accepted, from, to),
              Arrays.copyOfRange(refused, from, to));
      if (steps.put(features[from], own) != null) {
        throw new IllegalArgumentException(features[from] + " has steps in two places");
      }
      from = to;
    }
    return steps;
  }

  boolean none() {
    return lower.length == 0;
  }

  /** How many clients they hold. */
  long clients() {
    return Arrays.stream(accepted).asLongStream().sum()
        + Arrays.stream(refused).asLongStream().sum();
  }

  /** As {@link Distribution#percentiles}, by the step of a value instead of its bin. */
  Distribution.Percentiles percentiles(float value) {
    int found = Arrays.binarySearch(lower, value + 0.0);
    int own = Math.max(0, found < 0 ? -found - 2 : found);
    double allBelow = below(accepted, own) + below(refused, own);
    return new Distribution.Percentiles(
        100 * allBelow / clients(), percentile(accepted, own), percentile(refused, own));
  }

  private static double percentile(int[] counts, int own) {
    return 100 * below(counts, own) / Arrays.stream(counts).asLongStream().sum();
  }

  private static double below(int[] counts, int own) {
    return Arrays.stream(counts, 0, own).asLongStream().sum() + counts[own] / 2.0;
  }
}
