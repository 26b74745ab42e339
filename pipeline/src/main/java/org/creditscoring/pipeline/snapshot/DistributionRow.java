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
    long unknown,
    double meanContribution,
    double sdContribution) {
  static final String RANGE = "range";
  private static final String CATEGORY = "category";
  private static final String MISSING = "missing";
  private static final int NO_CATEGORY = -1;

  /** Whether it is the bin of those in whom the feature is not known. */
  boolean missing() {
    return kind.equals(MISSING);
  }

  /** Whether it is a range of a number. */
  boolean range() {
    return kind.equals(RANGE);
  }

  /**
   * The bins of a feature, the missing last.
   *
   * @param place of the feature in the tally
   */
  static List<DistributionRow> of(Feature feature, int place, Tally tally) {
    Binning binning = tally.plan().bins()[place];
    List<DistributionRow> rows = new ArrayList<>();
    for (int bin = 0; bin < binning.bins(); bin++) {
      boolean missing = bin == binning.missing();
      boolean range = !missing && binning.codes() == Binning.NUMBER;
      GroupCounts counts = tally.bin(place, bin);
      rows.add(
          new DistributionRow(
              feature.name(),
              bin,
              missing ? MISSING : range ? RANGE : CATEGORY,
              range ? binning.edges()[bin] : Double.NaN,
              range ? binning.edges()[bin + 1] : Double.NaN,
              missing || range ? NO_CATEGORY : bin,
              counts.all(),
              counts.accepted(),
              counts.refused(),
              counts.repaid(),
              counts.defaulted(),
              counts.unknown(),
              tally.meanContribution(place, bin),
              tally.sdContribution(place, bin)));
    }
    return rows;
  }
}
