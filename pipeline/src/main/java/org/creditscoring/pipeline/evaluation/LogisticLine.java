package org.creditscoring.pipeline.evaluation;

/**
 * A logistic regression on one variable: P(1) = 1 / (1 + e^−(slope·x + intercept)).
 *
 * <p>As calibration it is Platt's scaling (1999) without his smoothed targets, which matter for
 * dozens of rows and not for thousands.
 *
 * @param slopeError the slope's standard error by the luck of the rows, from the inverse of
 *     Fisher's information (Wald 1943)
 */
public record LogisticLine(double slope, double intercept, double slopeError) {
  private static final int MOST_STEPS = 100;
  private static final double CLOSE = 1e-10;

  /** A loss is a sum over all rows, and no more exact than this share of it. */
  private static final double LOSS_ROUNDING = 1e-12;

  private static final double STEEP = 1e4;

  /**
   * The line of greatest likelihood, by Newton's method with halved steps.
   *
   * @param x one value a row
   * @param outcome 0 or 1 a row
   * @throws IllegalArgumentException if only one outcome occurs, x is constant, or x separates the
   *     outcomes, so that no such line is best
   */
  public static LogisticLine fit(double[] x, byte[] outcome) {
    double mean = mean(outcome);
    if (mean == 0 || mean == 1 || x.length != outcome.length) {
      throw new IllegalArgumentException(
          "a line needs rows of both outcomes; there are "
              + x.length
              + " rows with mean outcome "
              + mean);
    }
    double slope = 0;
    double intercept = Math.log(mean / (1 - mean));
    double loss = loss(x, outcome, slope, intercept);
    for (int step = 0; step < MOST_STEPS; step++) {
      Step move = newton(x, outcome, slope, intercept);
      double scale = 1;
      double next = loss(x, outcome, slope + move.slope(), intercept + move.intercept());
      while (!(next <= loss * (1 + LOSS_ROUNDING)) && scale > CLOSE) {
        scale /= 2;
        next = loss(x, outcome, slope + scale * move.slope(), intercept + scale * move.intercept());
      }
      slope += scale * move.slope();
      intercept += scale * move.intercept();
      loss = next;
      if (Math.abs(slope) > STEEP) {
        throw new IllegalArgumentException("the variable separates the outcomes");
      }
      if (close(move.slope(), slope) && close(move.intercept(), intercept)) {
        return new LogisticLine(slope, intercept, move.slopeError());
      }
    }
    throw new IllegalArgumentException(
        "no best line after " + MOST_STEPS + " steps; the variable may separate the outcomes");
  }

  private static boolean close(double move, double value) {
    return Math.abs(move) < CLOSE * Math.max(1, Math.abs(value));
  }

  /** A move towards the best line, and the slope's standard error where it starts. */
  private record Step(double slope, double intercept, double slopeError) {}

  /** Gradient through the inverse of the 2 × 2 Hessian of the negative log-likelihood. */
  private static Step newton(double[] x, byte[] outcome, double slope, double intercept) {
    double gradientSlope = 0;
    double gradientIntercept = 0;
    double a = 0;
    double b = 0;
    double c = 0;
    for (int i = 0; i < x.length; i++) {
      double p = 1 / (1 + Math.exp(-(slope * x[i] + intercept)));
      double miss = outcome[i] - p;
      gradientSlope += miss * x[i];
      gradientIntercept += miss;
      double weight = p * (1 - p);
      a += weight * x[i] * x[i];
      b += weight * x[i];
      c += weight;
    }
    double determinant = a * c - b * b;
    if (!(determinant > 0)) {
      throw new IllegalArgumentException("the variable is constant, or separates the outcomes");
    }
    return new Step(
        (c * gradientSlope - b * gradientIntercept) / determinant,
        (a * gradientIntercept - b * gradientSlope) / determinant,
        Math.sqrt(c / determinant));
  }

  private static double loss(double[] x, byte[] outcome, double slope, double intercept) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += LogLoss.of(slope * x[i] + intercept, outcome[i]);
    }
    return sum;
  }

  private static double mean(byte[] outcome) {
    long ones = 0;
    for (byte value : outcome) {
      ones += value;
    }
    return (double) ones / outcome.length;
  }
}
