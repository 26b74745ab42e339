package org.creditscoring.pipeline.snapshot;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.creditscoring.model.snapshot.Layout;

/** Where the rows of {@code cutoff} begin and end. */
final class ProbabilityEdges {
  private ProbabilityEdges() {}

  /** Equal steps from 0 to 1, and the cut-off, so that its own row begins at it. */
  static double[] of(double cutOff) {
    return DoubleStream.concat(
            IntStream.rangeClosed(0, Layout.CUT_OFF_STEPS)
                .mapToDouble(step -> step / (double) Layout.CUT_OFF_STEPS),
            DoubleStream.of(cutOff))
        .sorted()
        .distinct()
        .toArray();
  }
}
