package org.creditscoring.pipeline.snapshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The bins of one feature as a snapshot publishes them. */
public final class PublishedBins {
  /** A value that is in no bin. */
  public static final int NONE = -1;

  private final List<DistributionRow> rows;
  private final Binning binning;

  private PublishedBins(List<DistributionRow> rows, Binning binning) {
    this.rows = List.copyOf(rows);
    this.binning = binning;
  }

  /**
   * @param rows of the table {@code distributions}
   * @return the features in the order of the table
   * @throws IllegalArgumentException naming the feature whose bins are not numbered from 0, do not
   *     join, or do not end with that of the missing
   */
  public static List<PublishedBins> of(List<DistributionRow> rows) {
    Map<String, List<DistributionRow>> byFeature = new LinkedHashMap<>();
    rows.forEach(
        row -> byFeature.computeIfAbsent(row.feature(), name -> new ArrayList<>()).add(row));
    return byFeature.values().stream().map(PublishedBins::ofOne).toList();
  }

  private static PublishedBins ofOne(List<DistributionRow> rows) {
    String feature = rows.get(0).feature();
    for (int bin = 0; bin < rows.size(); bin++) {
      DistributionRow row = rows.get(bin);
      boolean last = bin == rows.size() - 1;
      require(row.bin() == bin, feature, "bin " + row.bin() + " stands where " + bin + " belongs");
      require(
          row.missing() == last, feature, "the bin of the missing is not the last and only one");
      if (!last) {
        require(row.range() == rows.get(0).range(), feature, "ranges and categories are mixed");
        require(
            row.range() ? row.lower() <= row.upper() : row.category() == bin,
            feature,
            "bin " + bin + " holds nothing");
        require(
            bin == 0 || !row.range() || row.lower() == rows.get(bin - 1).upper(),
            feature,
            "bin " + bin + " does not begin where the one before it ends");
      }
    }
    return new PublishedBins(rows, binning(rows));
  }

  private static Binning binning(List<DistributionRow> rows) {
    int known = rows.size() - 1;
    if (known == 0 || !rows.get(0).range()) {
      return new Binning(new double[0], known);
    }
    double[] edges = new double[known + 1];
    for (int bin = 0; bin < known; bin++) {
      edges[bin] = rows.get(bin).lower();
    }
    edges[known] = rows.get(known - 1).upper();
    return new Binning(edges, Binning.NUMBER);
  }

  public String feature() {
    return rows.get(0).feature();
  }

  /** How many bins there are, that of the missing included, which is the last. */
  public int count() {
    return rows.size();
  }

  public DistributionRow row(int bin) {
    return rows.get(bin);
  }

  /** The bin of a value; {@link #NONE} outside of all. */
  public int bin(float value) {
    if (Float.isNaN(value)) {
      return binning.missing();
    }
    if (binning.codes() == Binning.NUMBER) {
      double[] edges = binning.edges();
      boolean inside = edges.length > 0 && value >= edges[0] && value <= edges[edges.length - 1];
      return inside ? binning.bin(value) : NONE;
    }
    boolean code = value >= 0 && value < binning.missing() && value == (int) value;
    return code ? (int) value : NONE;
  }

  /** Where the ranges of a number part; none for a category or flag. */
  public double[] innerEdges() {
    double[] edges = binning.edges();
    return edges.length < 3 ? new double[0] : Arrays.copyOfRange(edges, 1, edges.length - 1);
  }

  private static void require(boolean right, String feature, String wrong) {
    if (!right) {
      throw new IllegalArgumentException(feature + ": " + wrong);
    }
  }
}
