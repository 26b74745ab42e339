package org.creditscoring.serving.snapshot;

/**
 * One bin of a distribution.
 *
 * @param lower of a range, included; NaN otherwise
 * @param upper of a range, excluded but in the last one; NaN otherwise
 * @param category index of a category, −1 otherwise
 */
public record Bin(
    BinKind kind,
    double lower,
    double upper,
    int category,
    Counts counts,
    Contribution contribution) {

  /**
   * The feature's contribution over the clients of the bin.
   *
   * @param mean in calibrated log-odds; NaN for an empty bin, or if the snapshot does not say
   * @param sd population standard deviation, likewise
   */
  public record Contribution(double mean, double sd) {
    /** Of a snapshot that does not say. */
    public static final Contribution UNKNOWN = new Contribution(Double.NaN, Double.NaN);
  }

  /** How many clients, by decision and by outcome. */
  public record Counts(int all, int accepted, int refused, int repaid, int defaulted, int unknown) {
    public Counts {
      if (all != accepted + refused || all != repaid + defaulted + unknown) {
        throw new IllegalArgumentException(
            "a bin counts %d clients, %d by decision and %d by outcome"
                .formatted(all, accepted + refused, repaid + defaulted + unknown));
      }
    }
  }
}
