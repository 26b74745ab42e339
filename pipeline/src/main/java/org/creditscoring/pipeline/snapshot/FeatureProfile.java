package org.creditscoring.pipeline.snapshot;

/**
 * What is known of one value of the catalogue over all clients.
 *
 * @param feature position in the catalogue's values
 * @param missingShare 0 to 1
 * @param mean of the known values; NaN for a category, or if none is known
 * @param quantiles at {@link org.creditscoring.model.snapshot.Layout#QUANTILES}; NaN likewise
 * @param typical over past clients: the median, or the most frequent category or flag; NaN if none
 *     is known
 * @param edges of the ranges of a number; empty for a category or flag, or if nothing is known
 * @param bins counted: ranges, categories or flags, then the missing
 * @param counts bins × {@link Group}, row-major
 */
public record FeatureProfile(
    int feature,
    double missingShare,
    double mean,
    double[] quantiles,
    double typical,
    double[] edges,
    int bins,
    long[] counts) {

  /** How many clients of a group fall in a bin. */
  long count(int bin, Group group) {
    return counts[bin * Group.values().length + group.ordinal()];
  }
}
