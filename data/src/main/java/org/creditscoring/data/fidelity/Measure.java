package org.creditscoring.data.fidelity;

/** What is compared, and the distance that would pass unnoticed: distances are divided by it. */
enum Measure {
  /** Difference of two shares of missing values. */
  MISSING("missing share", 0.01),
  /** Total variation: the share of rows that would have to change their category. */
  CATEGORIES("category shares", 0.02),
  /** The largest share of rows on the wrong side of one of the profile's quantiles. */
  QUANTILES("quantiles", 0.02),
  /** Difference of two shares of zeros. */
  ZEROS("share of zeros", 0.02),
  /** Total variation over the most frequent values and the rest. */
  FREQUENT("frequent values", 0.02),
  /** Difference of two shares of the day that stands for "none". */
  SENTINEL("sentinel share", 0.01),
  /** Root mean square difference of default rates over groups, less what chance explains. */
  DEFAULT_RATES("default rates", 0.01),
  /** Difference of two rank correlations with the outcome, less what chance explains. */
  OUTCOME("correlation with TARGET", 0.02),
  /** Difference of two rank correlations, less what chance explains. */
  CORRELATION("correlation of columns", 0.04),
  /** Difference of two shares of rows that keep a rule. */
  RULE("joint rules", 0.01),
  /** As quantiles, of the rows that belong to one client or credit. */
  ROWS("rows per parent", 0.03),
  /** Difference of two shares of clients or credits that have rows, or of rows without parent. */
  PARENTS("parents and orphans", 0.01);

  private final String label;
  private final double tolerance;

  Measure(String label, double tolerance) {
    this.label = label;
    this.tolerance = tolerance;
  }

  String label() {
    return label;
  }

  double tolerance() {
    return tolerance;
  }
}
