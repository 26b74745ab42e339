package org.creditscoring.serving.snapshot;

import org.creditscoring.model.decision.Logistic;

/**
 * How many clients a cut-off would accept and refuse, exactly: by the unrounded probability that
 * decisions are taken on.
 *
 * @param repaid past clients who repaid
 * @param defaulted past clients who had difficulties
 * @param current clients without an outcome
 */
public record PolicyCounts(Sides repaid, Sides defaulted, Sides current) {

  /** Clients on either side of the cut-off. */
  public record Sides(int accepted, int refused) {
    public int all() {
      return accepted + refused;
    }
  }

  static PolicyCounts of(Scores scores, double cutOff) {
    float refusedFrom = refusedFrom(cutOff);
    int[] accepted = new int[3];
    int[] refused = new int[3];
    for (int row = 0; row < scores.size(); row++) {
      int outcome = scores.outcomes[row] + 1;
      if (scores.margins[row] >= refusedFrom) {
        refused[outcome]++;
      } else {
        accepted[outcome]++;
      }
    }
    return new PolicyCounts(
        new Sides(accepted[1], refused[1]),
        new Sides(accepted[2], refused[2]),
        new Sides(accepted[0], refused[0]));
  }

  /** The least margin whose probability reaches the cut-off: one comparison instead of an exp. */
  private static float refusedFrom(double cutOff) {
    float margin = (float) Logistic.inverse(cutOff);
    while (Logistic.of(margin) >= cutOff) {
      margin = Math.nextDown(margin);
    }
    while (Logistic.of(margin) < cutOff) {
      margin = Math.nextUp(margin);
    }
    return margin;
  }
}
