package org.creditscoring.pipeline.gate;

import org.creditscoring.model.decision.ReferencePopulation;
import org.creditscoring.model.feature.Catalogue;
import org.creditscoring.pipeline.drift.TrainingPopulation;
import org.creditscoring.pipeline.training.TrainedModel;

/** What gates ask of the model that scored a snapshot. */
public record ScoredBy(
    String modelId,
    Catalogue catalogue,
    TrainingPopulation population,
    ReferencePopulation reference) {

  public static ScoredBy of(TrainedModel model) {
    return new ScoredBy(
        model.card().modelId(), model.catalogue(), model.population(), model.reference());
  }
}
