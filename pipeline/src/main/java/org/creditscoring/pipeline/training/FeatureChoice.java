package org.creditscoring.pipeline.training;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.creditscoring.model.feature.Catalogue;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.RowFeature;
import org.creditscoring.model.feature.RowFeatures;

/**
 * Which of a catalogue's features a model may use, for comparisons: by the raw columns that they
 * read or the table that they come from.
 */
public final class FeatureChoice {
  private static final String APPLICATION = "application";

  private static final Map<String, Set<String>> INPUTS =
      RowFeatures.all().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  row -> row.feature().name(), (RowFeature row) -> Set.copyOf(row.inputs())));

  private FeatureChoice() {}

  /** Features of the application itself, history left out. */
  public static Predicate<Feature> application() {
    return feature ->
        feature.source().equals(APPLICATION) || feature.source().equals(Feature.ROW_SOURCE);
  }

  /** Features that read no other columns than those whose names begin so. */
  public static Predicate<Feature> only(String prefix) {
    return feature -> columns(feature).stream().allMatch(name -> name.startsWith(prefix));
  }

  /** Features that read no column whose name begins so. */
  public static Predicate<Feature> without(String prefix) {
    return feature -> columns(feature).stream().noneMatch(name -> name.startsWith(prefix));
  }

  /** Places of the chosen features among a catalogue's values, rising. */
  public static int[] columns(Catalogue catalogue, Predicate<Feature> chosen) {
    return IntStream.range(0, catalogue.features().size())
        .filter(i -> chosen.test(catalogue.features().get(i)))
        .toArray();
  }

  private static Set<String> columns(Feature feature) {
    return INPUTS.getOrDefault(feature.name(), Set.of(feature.name()));
  }
}
