package org.creditscoring.pipeline.drift;

import java.util.List;
import java.util.stream.IntStream;
import org.creditscoring.model.decision.Logistic;
import org.creditscoring.model.snapshot.Layout;

/**
 * How scores are spread: clients by probability, in the steps of the table {@code cutoff}, so that
 * any two snapshots and any model's reference population can be compared.
 */
public final class ScoreCounts {
  /** As reports name it. */
  public static final String NAME = "probability";

  private static final double[] EDGES =
      IntStream.range(1, Layout.CUT_OFF_STEPS)
          .mapToDouble(step -> step / (double) Layout.CUT_OFF_STEPS)
          .toArray();

  private ScoreCounts() {}

  /**
   * @param lower where each row of {@code cutoff} begins; the rows that the cut-off parts are put
   *     together again
   * @param past clients of known outcome in each row
   * @param current clients of unknown outcome
   */
  public static Counted ofRows(double[] lower, long[] past, long[] current) {
    long[] pastSteps = new long[EDGES.length + 2];
    long[] currentSteps = new long[pastSteps.length];
    for (int row = 0; row < lower.length; row++) {
      int step = Cuts.above(EDGES, lower[row]);
      pastSteps[step] += past[row];
      currentSteps[step] += current[row];
    }
    return counted(pastSteps, currentSteps);
  }

  /**
   * Of past clients alone.
   *
   * @param margins calibrated log-odds
   */
  public static Counted ofMargins(float[] margins) {
    long[] past = new long[EDGES.length + 2];
    for (float margin : margins) {
      past[Cuts.above(EDGES, Logistic.of(margin))]++;
    }
    return counted(past, new long[past.length]);
  }

  private static Counted counted(long[] past, long[] current) {
    return new Counted(NAME, EDGES, List.of(), past, current, mean(past), mean(current));
  }

  /** As if each client stood in the middle of its step, which is right to 0.00025. */
  private static double mean(long[] counts) {
    double sum = 0;
    long clients = 0;
    for (int step = 0; step < Layout.CUT_OFF_STEPS; step++) {
      sum += counts[step] * (step + 0.5) / Layout.CUT_OFF_STEPS;
      clients += counts[step];
    }
    return clients == 0 ? Double.NaN : sum / clients;
  }
}
