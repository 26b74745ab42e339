package org.creditscoring.pipeline.snapshots;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.creditscoring.pipeline.drift.BinCounts;
import org.creditscoring.pipeline.drift.ClientKind;
import org.creditscoring.pipeline.drift.Counted;
import org.creditscoring.pipeline.drift.Cuts;
import org.creditscoring.pipeline.scoring.ScoredClient;
import org.creditscoring.pipeline.snapshot.FeatureRow;

/** How some features are spread over the clients of one snapshot. */
final class FeatureCounts {
  private static final String NUMBER = "NUMBER";
  private static final List<String> NO_AND_YES = List.of("0", "1");

  private final List<FeatureRow> features;
  private final BinCounts counts;
  private final Mean[][] means;

  private static final class Mean {
    double sum;
    long known;

    void add(float value) {
      if (!Float.isNaN(value)) {
        sum += value;
        known++;
      }
    }

    double mean() {
      return sum / known;
    }
  }

  /**
   * @param features of the snapshot, each with its place in the vector {@code values}
   * @param edges where the bins of a number part, by its name
   */
  FeatureCounts(List<FeatureRow> features, Map<String, double[]> edges) {
    this.features = List.copyOf(features);
    Cuts[] cuts = new Cuts[features.size()];
    means = new Mean[cuts.length][];
    for (int i = 0; i < cuts.length; i++) {
      FeatureRow feature = features.get(i);
      cuts[i] = new Cuts(edges.getOrDefault(feature.name(), new double[0]), codes(feature).size());
      means[i] = new Mean[] {new Mean(), new Mean()};
    }
    counts = new BinCounts(cuts);
  }

  void add(ScoredClient client) {
    ClientKind kind = ClientKind.of(client.outcome());
    for (int i = 0; i < means.length; i++) {
      float value = client.values()[features.get(i).position()];
      counts.add(i, value, kind);
      means[i][kind.ordinal()].add(value);
    }
  }

  Map<String, Counted> byName() {
    Map<String, Counted> byName = new HashMap<>();
    for (int i = 0; i < means.length; i++) {
      FeatureRow feature = features.get(i);
      boolean number = number(feature);
      byName.put(
          feature.name(),
          new Counted(
              feature.name(),
              counts.edges(i),
              codes(feature),
              counts.of(i, ClientKind.PAST),
              counts.of(i, ClientKind.CURRENT),
              number ? means[i][ClientKind.PAST.ordinal()].mean() : Double.NaN,
              number ? means[i][ClientKind.CURRENT.ordinal()].mean() : Double.NaN));
    }
    return byName;
  }

  static boolean number(FeatureRow feature) {
    return feature.kind().equals(NUMBER);
  }

  /** What the codes of a category or flag stand for; none for a number. */
  private static List<String> codes(FeatureRow feature) {
    if (number(feature)) {
      return List.of();
    }
    List<String> categories = new ArrayList<>(List.of(feature.categories()));
    return categories.isEmpty() ? NO_AND_YES : categories;
  }
}
