package org.creditscoring.model.feature;

/**
 * The raw columns of one application, as floats: the batch and what-if must round alike, or
 * thresholds flip.
 */
@FunctionalInterface
public interface RawRow {
  /**
   * @param column a raw column of the application table
   * @return its value, NaN when missing
   * @throws IllegalArgumentException for a column that the row does not hold
   */
  float number(String column);
}
