package org.creditscoring.model.decision;

/**
 * The policy: the probability from which we refuse, 1 / (1 + cost ratio). It minimises expected
 * cost when a missed default costs as much as {@code costRatio} refusals of good clients (Elkan
 * 2001, "The foundations of cost-sensitive learning").
 *
 * @param costRatio refusals of a good client that one missed default costs, above 0
 */
public record CutOff(double costRatio) {
  public CutOff {
    if (!(costRatio > 0) || Double.isInfinite(costRatio)) {
      throw new IllegalArgumentException("cost ratio must be a number above 0, is " + costRatio);
    }
  }

  public double probability() {
    return 1 / (1 + costRatio);
  }

  /**
   * @param probability unrounded
   */
  public Decision decide(double probability) {
    return probability >= probability() ? Decision.REFUSED : Decision.ACCEPTED;
  }
}
