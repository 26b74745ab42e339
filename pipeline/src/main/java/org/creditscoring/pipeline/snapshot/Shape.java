package org.creditscoring.pipeline.snapshot;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.creditscoring.model.feature.Catalogue;
import org.creditscoring.model.feature.Feature;

/**
 * What the passes over the clients must know of the catalogue.
 *
 * @param names of the values, the features first
 * @param codes of each value, see {@link Binning#codes}
 * @param groupOf the reason group of each feature, as its place in {@code groups}
 * @param groups names of the reason groups, in the order of their first feature
 */
record Shape(List<String> names, int[] codes, int[] groupOf, List<String> groups)
    implements Serializable {

  static Shape of(Catalogue catalogue) {
    List<Feature> values = catalogue.values();
    Map<String, Integer> groups = new LinkedHashMap<>();
    int[] groupOf =
        catalogue.features().stream()
            .mapToInt(
                feature -> groups.computeIfAbsent(feature.group().name(), name -> groups.size()))
            .toArray();
    return new Shape(
        values.stream().map(Feature::name).toList(),
        values.stream().mapToInt(Binning::codes).toArray(),
        groupOf,
        List.copyOf(groups.keySet()));
  }

  /** How many values a client has. */
  int values() {
    return codes.length;
  }

  /** How many of them are the model's features. */
  int features() {
    return groupOf.length;
  }
}
