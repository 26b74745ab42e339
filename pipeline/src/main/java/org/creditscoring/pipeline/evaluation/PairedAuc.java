package org.creditscoring.pipeline.evaluation;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The AUCs of two models on the same clients, and the standard error of their difference (DeLong,
 * DeLong and Clarke-Pearson 1988): far smaller than that of either AUC, because both rank the same
 * clients.
 *
 * @param first AUC of the first model, 0 to 1
 * @param second AUC of the second
 * @param standardError of first − second
 */
public record PairedAuc(double first, double second, double standardError) {
  /**
   * @param first margins by the first model; higher is riskier
   * @param second margins of the same clients, in their order
   * @param outcomes 0 or 1, each at least twice
   * @throws IllegalArgumentException if one occurs less often
   */
  public static PairedAuc of(float[] first, float[] second, byte[] outcomes) {
    int defaulted = (int) IntStream.range(0, outcomes.length).filter(i -> outcomes[i] == 1).count();
    int repaid = outcomes.length - defaulted;
    if (Math.min(defaulted, repaid) < 2) {
      throw new IllegalArgumentException(defaulted + " defaulted and " + repaid + " repaid");
    }
    double[] a = placements(first, outcomes, defaulted, repaid);
    double[] b = placements(second, outcomes, defaulted, repaid);
    double variance = 0;
    for (byte outcome = 0; outcome <= 1; outcome++) {
      int count = outcome == 1 ? defaulted : repaid;
      variance += variance(a, b, outcomes, outcome, count) / count;
    }
    return new PairedAuc(
        mean(a, outcomes, defaulted), mean(b, outcomes, defaulted), Math.sqrt(variance));
  }

  /**
   * Of each client, the share of those of the other outcome whom it stands rightly to, ties half.
   */
  private static double[] placements(float[] margins, byte[] outcomes, int defaulted, int repaid) {
    int[] order =
        IntStream.range(0, margins.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> margins[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] placements = new double[order.length];
    int repaidBelow = 0;
    int defaultedBelow = 0;
    for (int from = 0; from < order.length; ) {
      int to = from;
      int bad = 0;
      for (; to < order.length && margins[order[to]] == margins[order[from]]; to++) {
        bad += outcomes[order[to]];
      }
      int good = to - from - bad;
      for (int i = from; i < to; i++) {
        placements[order[i]] =
            outcomes[order[i]] == 1
                ? (repaidBelow + good / 2.0) / repaid
                : (defaulted - defaultedBelow - bad / 2.0) / defaulted;
      }
      repaidBelow += good;
      defaultedBelow += bad;
      from = to;
    }
    return placements;
  }

  private static double mean(double[] placements, byte[] outcomes, int defaulted) {
    return IntStream.range(0, placements.length)
            .filter(i -> outcomes[i] == 1)
            .mapToDouble(i -> placements[i])
            .sum()
        / defaulted;
  }

  private static double variance(double[] a, double[] b, byte[] outcomes, byte outcome, int count) {
    double[] differences =
        IntStream.range(0, a.length)
            .filter(i -> outcomes[i] == outcome)
            .mapToDouble(i -> a[i] - b[i])
            .toArray();
    double mean = IntStream.range(0, count).mapToDouble(i -> differences[i]).sum() / count;
    double squares = 0;
    for (double difference : differences) {
      squares += (difference - mean) * (difference - mean);
    }
    return squares / (count - 1);
  }
}
