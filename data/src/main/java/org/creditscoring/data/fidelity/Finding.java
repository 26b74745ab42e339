package org.creditscoring.data.fidelity;

/**
 * One comparison.
 *
 * @param subject a column as {@code bureau.DAYS_CREDIT}, or what else was compared
 * @param distance 0 or more, in the measure's own unit
 * @param detail where the two differ most, in words
 */
record Finding(String subject, Measure measure, double distance, String detail) {

  /** The distance as a multiple of what passes unnoticed. */
  double score() {
    return distance / measure.tolerance();
  }
}
