package org.creditscoring.pipeline.snapshot;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Kind;
import org.creditscoring.model.snapshot.Layout;

/**
 * How one value of the catalogue is spread over all clients.
 *
 * @param missingShare 0 to 1
 * @param means over the clients in whom it is known
 * @param quantiles at {@link Layout#QUANTILES}; NaN for a category, or if none is known
 * @param typical over past clients: the median, or the most frequent category or flag; NaN if none
 *     is known
 * @param least NaN for a category, or if none is known
 * @param greatest likewise
 */
record FeatureProfile(
    double missingShare,
    Means means,
    double[] quantiles,
    double typical,
    double least,
    double greatest) {

  /** NaN for a category, or if the value is known of nobody in the group. */
  record Means(double all, double accepted, double refused, double repaid, double defaulted) {
    private static final Means NONE =
        new Means(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }

  static FeatureProfile of(Feature feature, int place, Spread spread, SortedValues values) {
    double missing = 1 - (double) values.known() / LongStream.of(spread.clients()).sum();
    double typical = feature.kind() == Kind.NUMBER ? values.pastMedian() : values.pastMode();
    if (feature.kind() == Kind.CATEGORY) {
      double[] none = new double[Layout.QUANTILES.length];
      Arrays.fill(none, Double.NaN);
      return new FeatureProfile(missing, Means.NONE, none, typical, Double.NaN, Double.NaN);
    }
    return new FeatureProfile(
        missing,
        means(place, spread),
        values.quantiles(),
        typical,
        values.cells() == 0 ? Double.NaN : values.least(),
        values.cells() == 0 ? Double.NaN : values.greatest());
  }

  private static Means means(int place, Spread spread) {
    return new Means(
        spread.mean(place),
        spread.mean(place, Group.ACCEPTED),
        spread.mean(place, Group.REFUSED),
        spread.mean(place, Group.REPAID),
        spread.mean(place, Group.DEFAULTED));
  }
}
