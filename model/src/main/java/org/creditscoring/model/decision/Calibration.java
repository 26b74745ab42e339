package org.creditscoring.model.decision;

/**
 * An affine map of the raw margin (Platt 1999), so that the logistic of the result is a probability
 * and SHAP stays additive.
 *
 * @param slope above 0: calibration never turns a ranking round
 * @param intercept in log-odds
 */
public record Calibration(double slope, double intercept) {
  /** Leaves a margin as it is. */
  public static final Calibration IDENTITY = new Calibration(1, 0);

  public Calibration {
    if (!(slope > 0) || !Double.isFinite(slope) || !Double.isFinite(intercept)) {
      throw new IllegalArgumentException(
          "not a calibration: slope " + slope + ", intercept " + intercept);
    }
  }

  /** Calibrated log-odds of a raw margin. */
  public double margin(double rawMargin) {
    return slope * rawMargin + intercept;
  }
}
