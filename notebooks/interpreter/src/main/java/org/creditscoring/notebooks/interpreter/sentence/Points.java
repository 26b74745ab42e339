package org.creditscoring.notebooks.interpreter.sentence;

/**
 * The scale of points: 600 at odds of 50 good to 1 bad, 20 more when the odds double; so it is even
 * in log-odds.
 */
final class Points {
  private static final double ANCHOR = 600;
  private static final double ANCHOR_ODDS = 50;
  private static final double PER_LOG_ODDS = 20 / Math.log(2);

  private Points() {}

  /**
   * @param logOdds of early payment difficulty
   */
  static double at(double logOdds) {
    return ANCHOR - PER_LOG_ODDS * (logOdds + Math.log(ANCHOR_ODDS));
  }

  /** The log-odds of early payment difficulty that these points stand for. */
  static double logOdds(double points) {
    return (ANCHOR - points) / PER_LOG_ODDS - Math.log(ANCHOR_ODDS);
  }

  /** Points lost (negative) by an addition to the log-odds. */
  static double change(double logOdds) {
    return -PER_LOG_ODDS * logOdds;
  }
}
