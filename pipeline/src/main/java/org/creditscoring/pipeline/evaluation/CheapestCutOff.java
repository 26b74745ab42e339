package org.creditscoring.pipeline.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.creditscoring.model.card.Evaluation.Optimum;
import org.creditscoring.model.decision.CutOff;

/**
 * The cut-off that would have cost least on clients whose outcomes are known, and how far chance
 * may have moved it. A diagnostic of the policy, never the policy.
 */
public final class CheapestCutOff {
  private static final int RESAMPLES = 400;
  private static final double TAIL = 0.025;

  private CheapestCutOff() {}

  /**
   * @param policy whose cost ratio is meant
   * @param seed of the resamples of the percentile bootstrap (Efron 1979)
   */
  public static Optimum of(Ranked ranked, CutOff policy, long seed) {
    int[] weights = new int[ranked.size()];
    Arrays.fill(weights, 1);
    double best = cutOff(ranked, weights, policy.costRatio());
    SplittableRandom random = new SplittableRandom(seed);
    double[] resampled = new double[RESAMPLES];
    for (int b = 0; b < RESAMPLES; b++) {
      Arrays.fill(weights, 0);
      for (int i = 0; i < weights.length; i++) {
        weights[random.nextInt(weights.length)]++;
      }
      resampled[b] = cutOff(ranked, weights, policy.costRatio());
    }
    Arrays.sort(resampled);
    return new Optimum(
        best,
        resampled[(int) (TAIL * RESAMPLES)],
        resampled[RESAMPLES - 1 - (int) (TAIL * RESAMPLES)]);
  }

  /**
   * The cheapest cut-off: half way between the riskiest accepted and the safest refused client, 0
   * to refuse everyone, 1 to refuse nobody.
   *
   * @param weights how often each client counts, by rank
   */
  static double cutOff(Ranked ranked, int[] weights, double costRatio) {
    // Relative to refusing everyone: an accepted default adds the ratio, an accepted good client
    // saves one.
    double cost = 0;
    double least = 0;
    int accepted = 0;
    for (int i = 0; i < weights.length; i++) {
      cost += weights[i] * (ranked.outcome(i) == 1 ? costRatio : -1);
      boolean apart = i + 1 == weights.length || ranked.margin(i + 1) != ranked.margin(i);
      if (apart && cost < least) {
        least = cost;
        accepted = i + 1;
      }
    }
    if (accepted == 0) {
      return 0;
    }
    return accepted == weights.length
        ? 1
        : (ranked.probability(accepted - 1) + ranked.probability(accepted)) / 2;
  }
}
