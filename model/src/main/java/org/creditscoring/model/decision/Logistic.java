package org.creditscoring.model.decision;

/** The logistic function and its inverse. */
public final class Logistic {
  private Logistic() {}

  /** Probability of log-odds: 1 / (1 + e^-x). */
  public static double of(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }

  /** Log-odds of a probability in (0, 1). */
  public static double inverse(double probability) {
    return Math.log(probability / (1 - probability));
  }
}
