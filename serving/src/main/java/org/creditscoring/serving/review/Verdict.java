package org.creditscoring.serving.review;

/** What a person says of a decision. */
public enum Verdict {
  /** It stands. */
  UPHELD,
  /** The other decision is taken. */
  OVERRIDDEN
}
