package org.creditscoring.model.decision;

/** Which way a reason pulls the decision. */
public enum Direction {
  /** Raises the risk. */
  AGAINST,
  /** Lowers the risk. */
  FOR;

  /** The direction of a contribution in log-odds of difficulty. */
  public static Direction of(double contribution) {
    return contribution > 0 ? AGAINST : FOR;
  }
}
