package org.creditscoring.pipeline.evaluation;

/**
 * The negative log-likelihood of an outcome, natural logarithm, in the form that does not overflow.
 */
public final class LogLoss {
  private LogLoss() {}

  /**
   * @param margin log-odds of outcome 1
   * @param outcome 0 or 1
   */
  public static double of(double margin, int outcome) {
    return Math.max(margin, 0) - margin * outcome + Math.log1p(Math.exp(-Math.abs(margin)));
  }
}
