package org.creditscoring.data.synthetic;

/** Log-odds, on which effects on a probability add up. */
final class LogOdds {
  private LogOdds() {}

  static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }
}
