package org.creditscoring.pipeline.snapshots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.creditscoring.pipeline.snapshot.FeatureRow;

/** How two catalogues differ in what decides; words are not compared. */
final class CatalogueDiff {
  private CatalogueDiff() {}

  static DiffReport.Catalogue of(List<FeatureRow> before, List<FeatureRow> after) {
    Map<String, FeatureRow> earlier = byName(before);
    Map<String, FeatureRow> later = byName(after);
    List<String> categories = new ArrayList<>();
    List<String> treatment = new ArrayList<>();
    earlier.forEach(
        (name, row) -> {
          FeatureRow now = later.get(name);
          if (now != null) {
            compare(row, now, categories, treatment);
          }
        });
    return new DiffReport.Catalogue(
        missing(later, earlier), missing(earlier, later), categories, treatment);
  }

  private static void compare(
      FeatureRow before, FeatureRow now, List<String> categories, List<String> treatment) {
    if (!Arrays.equals(before.categories(), now.categories())) {
      categories.add(before.name());
    }
    String was = before.block() + ", " + before.sensitivity();
    String is = now.block() + ", " + now.sensitivity();
    if (!was.equals(is)) {
      treatment.add(before.name() + ": was " + was + ", is " + is);
    }
  }

  private static List<String> missing(
      Map<String, FeatureRow> among, Map<String, FeatureRow> others) {
    return among.values().stream()
        .filter(row -> !others.containsKey(row.name()))
        .map(row -> row.name() + " (" + row.block() + ")")
        .toList();
  }

  private static Map<String, FeatureRow> byName(List<FeatureRow> rows) {
    Map<String, FeatureRow> byName = new LinkedHashMap<>();
    rows.forEach(row -> byName.put(row.name(), row));
    return byName;
  }
}
