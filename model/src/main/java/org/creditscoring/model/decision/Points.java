package org.creditscoring.model.decision;

/**
 * A score as lenders read it: 600 points at odds of 50 good to 1 bad, 20 more whenever the odds
 * double. Higher is safer.
 */
public final class Points {
  private static final double BASE = 600;
  private static final double ODDS = 50;
  private static final double TO_DOUBLE = 20;
  private static final double FACTOR = TO_DOUBLE / Math.log(2);

  private Points() {}

  /**
   * @param margin calibrated log-odds of difficulty
   * @return points, rounded to the nearest whole
   */
  public static int of(double margin) {
    return (int) Math.round(BASE + FACTOR * (-margin - Math.log(ODDS)));
  }
}
