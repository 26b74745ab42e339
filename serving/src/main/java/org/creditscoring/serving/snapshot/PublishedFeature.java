package org.creditscoring.serving.snapshot;

import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.snapshot.Layout;

/**
 * A feature as a snapshot publishes it: its declaration and what all clients look like in it.
 *
 * @param missingShare 0 to 1
 * @param mean over the clients in whom it is known, NaN where undefined
 * @param quantiles at {@link Layout#QUANTILES}, NaN where undefined
 * @param typical median of past clients, or index of the most frequent category or flag; NaN where
 *     undefined
 * @param groupMeans the mean by decision and by outcome
 * @param least of all clients in whom it is known; NaN where undefined, or if the snapshot does not
 *     say
 * @param most likewise
 */
public record PublishedFeature(
    Feature feature,
    double missingShare,
    double mean,
    double[] quantiles,
    double typical,
    GroupMeans groupMeans,
    double least,
    double most) {

  /**
   * Means over the clients of a group in whom the feature is known; NaN where undefined, or if the
   * snapshot does not say.
   */
  public record GroupMeans(double accepted, double refused, double repaid, double defaulted) {}

  public PublishedFeature {
    if (quantiles.length != Layout.QUANTILES.length) {
      throw new IllegalArgumentException(
          feature.name()
              + " has "
              + quantiles.length
              + " quantiles where the contract has "
              + Layout.QUANTILES.length);
    }
    quantiles = quantiles.clone();
  }

  @Override
  public double[] quantiles() {
    return quantiles.clone();
  }
}
