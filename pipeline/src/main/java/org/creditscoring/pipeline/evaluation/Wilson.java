package org.creditscoring.pipeline.evaluation;

/**
 * The 95 % interval of a share (Wilson 1927): unlike the textbook one it stays within 0 and 1 and
 * holds for few cases.
 *
 * @param low end, 0 to 1
 * @param high end, 0 to 1
 */
record Wilson(double low, double high) {
  /** The normal distribution's quantile at 0.975: a 95 % interval reaches so many errors. */
  static final double Z = 1.959963984540054;

  /**
   * @param hits among {@code cases}, of which there is one at least
   */
  static Wilson of(long hits, long cases) {
    double share = (double) hits / cases;
    double z = Z * Z / cases;
    double centre = (share + z / 2) / (1 + z);
    double half = Math.sqrt(z * share * (1 - share) + z * z / 4) / (1 + z);
    return new Wilson(Math.max(0, centre - half), Math.min(1, centre + half));
  }
}
