package org.creditscoring.model.feature;

import java.util.List;
import java.util.stream.Stream;
import org.creditscoring.model.feature.RowFeature.Formula;

/** Every row feature of the application, in catalogue order. */
public final class RowFeatures {
  static final double DAYS_PER_YEAR = 365.25;

  private static final List<RowFeature> ALL =
      Stream.of(Durations.all(), Affordability.all(), OutsideScores.all(), Paperwork.all())
          .flatMap(List::stream)
          .toList();

  private RowFeatures() {}

  public static List<RowFeature> all() {
    return ALL;
  }

  static RowFeature feature(FeatureBuilder declaration, Formula formula, String... inputs) {
    return new RowFeature(declaration.build(), List.of(inputs), formula);
  }

  static double ratio(RawRow row, String above, String below) {
    return (double) row.number(above) / row.number(below);
  }

  /** Years before the application: the raw tables count days from it, negative. */
  static double years(RawRow row, String days) {
    return -row.number(days) / DAYS_PER_YEAR;
  }
}
