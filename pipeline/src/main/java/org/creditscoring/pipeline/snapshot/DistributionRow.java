package org.creditscoring.pipeline.snapshot;

import java.util.ArrayList;
import java.util.List;
import org.creditscoring.model.feature.Feature;

/** A row of the table {@code distributions}. */
public record DistributionRow(
    String feature,
    int bin,
    String kind,
    double lower,
    double upper,
    int category,
    long all,
    long accepted,
    long refused,
    long repaid,
    long defaulted,
    long unknown) {
  private static final String RANGE = "range";
  private static final String CATEGORY = "category";
  private static final String MISSING = "missing";
  private static final int NO_CATEGORY = -1;

  /** The bins of a feature, the missing last. */
  static List<DistributionRow> of(Feature feature, FeatureProfile profile) {
    List<DistributionRow> rows = new ArrayList<>();
    int missing = profile.bins() - 1;
    for (int bin = 0; bin < profile.bins(); bin++) {
      if (bin == missing) {
        rows.add(row(feature, profile, bin, MISSING, Double.NaN, Double.NaN, NO_CATEGORY));
      } else if (profile.edges().length > 0) {
        double[] edges = profile.edges();
        rows.add(row(feature, profile, bin, RANGE, edges[bin], edges[bin + 1], NO_CATEGORY));
      } else {
        rows.add(row(feature, profile, bin, CATEGORY, Double.NaN, Double.NaN, bin));
      }
    }
    return rows;
  }

  private static DistributionRow row(
      Feature feature,
      FeatureProfile profile,
      int bin,
      String kind,
      double lower,
      double upper,
      int category) {
    long accepted = profile.count(bin, Group.ACCEPTED);
    long refused = profile.count(bin, Group.REFUSED);
    return new DistributionRow(
        feature.name(),
        bin,
        kind,
        lower,
        upper,
        category,
        accepted + refused,
        accepted,
        refused,
        profile.count(bin, Group.REPAID),
        profile.count(bin, Group.DEFAULTED),
        profile.count(bin, Group.UNKNOWN));
  }
}
