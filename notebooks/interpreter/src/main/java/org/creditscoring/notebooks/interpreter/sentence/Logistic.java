package org.creditscoring.notebooks.interpreter.sentence;

/** Between a probability and its log-odds. */
final class Logistic {
  private static final double NEAREST_TO_CERTAIN = 1e-6;

  private Logistic() {}

  static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }

  /** Finite for certainty too. */
  static double logOdds(double probability) {
    double inside = Math.min(1 - NEAREST_TO_CERTAIN, Math.max(NEAREST_TO_CERTAIN, probability));
    return Math.log(inside / (1 - inside));
  }
}
