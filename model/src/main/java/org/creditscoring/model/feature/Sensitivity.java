package org.creditscoring.model.feature;

/** Whether a feature may enter a model. */
public enum Sensitivity {
  /** Needs no justification. */
  FREE,
  /** Touches a protected trait and is in for a reason that the model card gives. */
  JUSTIFIED,
  /** Never a model input; kept in the snapshot for fairness checks only. */
  FORBIDDEN
}
