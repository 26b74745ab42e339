package org.creditscoring.model.feature;

/** How the float of a feature is to be read. */
public enum Kind {
  /** A quantity on a scale. */
  NUMBER,
  /** The index of a category in {@link Feature#categories()}. */
  CATEGORY,
  /** 0 is no, 1 is yes. */
  FLAG
}
