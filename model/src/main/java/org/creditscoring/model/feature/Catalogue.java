package org.creditscoring.model.feature;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the vector {@code values} of a snapshot holds, in its order: the model's inputs, then the
 * raw columns that only row features read, then the forbidden features.
 */
public record Catalogue(List<Feature> features, List<Feature> inputs, List<Feature> forbidden) {

  /**
   * @throws IllegalArgumentException if a name occurs twice, or a forbidden feature is not among
   *     the forbidden ones
   */
  public Catalogue {
    features = List.copyOf(features);
    inputs = List.copyOf(inputs);
    forbidden = List.copyOf(forbidden);
    Map<String, Feature> seen = new HashMap<>();
    Stream.of(features, inputs, forbidden)
        .flatMap(List::stream)
        .forEach(
            feature -> {
              if (seen.put(feature.name(), feature) != null) {
                throw new IllegalArgumentException(feature.name() + " is in the catalogue twice");
              }
            });
    for (Feature feature : features) {
      if (feature.forbidden()) {
        throw new IllegalArgumentException(
            "a model may not be given "
                + feature.name()
                + ": "
                + feature.treatment().reason().en());
      }
    }
    for (Feature feature : forbidden) {
      if (!feature.forbidden()) {
        throw new IllegalArgumentException(feature.name() + " is not forbidden");
      }
    }
  }

  /**
   * The catalogue of a model that was given some of the features: a raw column that is none any
   * more stays as an input where a row feature reads it.
   *
   * @param names of the features that stay
   */
  public Catalogue keeping(Set<String> names) {
    Set<String> read =
        RowFeatures.all().stream()
            .filter(row -> names.contains(row.feature().name()))
            .flatMap(row -> row.inputs().stream())
            .collect(Collectors.toUnmodifiableSet());
    return new Catalogue(
        features.stream().filter(feature -> names.contains(feature.name())).toList(),
        Stream.concat(inputs.stream(), features.stream())
            .filter(feature -> read.contains(feature.name()) && !names.contains(feature.name()))
            .toList(),
        forbidden);
  }

  /** Every element of {@code values}, in order. */
  public List<Feature> values() {
    return Stream.of(features, inputs, forbidden).flatMap(List::stream).toList();
  }

  /** Place of a name in {@code values}; empty when it is not in the catalogue. */
  public OptionalInt position(String name) {
    List<Feature> values = values();
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i).name().equals(name)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }
}
