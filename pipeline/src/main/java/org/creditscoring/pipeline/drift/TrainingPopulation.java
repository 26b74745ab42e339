package org.creditscoring.pipeline.drift;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How every feature, and every raw input of a row feature, was spread when a model was trained:
 * frozen with it.
 *
 * @param values of which each name occurs once; none for a model that is older than this
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TrainingPopulation(List<Counted> values) {
  /** Of a model that keeps none. */
  public static final TrainingPopulation NONE = new TrainingPopulation(List.of());

  public TrainingPopulation {
    values = List.copyOf(values);
  }

  public Map<String, Counted> byName() {
    return values.stream().collect(Collectors.toMap(Counted::name, Function.identity()));
  }

  public Optional<Counted> of(String name) {
    return values.stream().filter(value -> value.name().equals(name)).findFirst();
  }
}
