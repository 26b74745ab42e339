package org.creditscoring.pipeline.training;

import org.creditscoring.model.card.ModelCard;
import org.creditscoring.model.decision.ReferencePopulation;
import org.creditscoring.model.feature.Catalogue;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.pipeline.drift.TrainingPopulation;

/**
 * Everything that scores a client.
 *
 * @param card figures, calibrations, provenance
 * @param catalogue as the model was trained on
 * @param boosters one per fold
 * @param folds the clients that it was trained on
 * @param reference their margins, out of fold and calibrated
 * @param population how their values were spread; {@link TrainingPopulation#NONE} of an older model
 */
public record TrainedModel(
    ModelCard card,
    Catalogue catalogue,
    Boosters boosters,
    FoldOf folds,
    ReferencePopulation reference,
    TrainingPopulation population) {

  /**
   * @throws IllegalArgumentException if the parts are not of one model: a client that is missing
   *     among the folds would be scored by trees that learned from it
   */
  public TrainedModel {
    if (card.provenance() == null) {
      throw new IllegalArgumentException("its card has no provenance");
    }
    int clients = card.provenance().clients();
    if (folds.size() != clients || reference.size() != clients) {
      throw new IllegalArgumentException(
          "it was trained on %d clients, but its folds hold %d and its reference %d"
              .formatted(clients, folds.size(), reference.size()));
    }
    if (boosters.count() != card.folds().size()) {
      throw new IllegalArgumentException(
          "it has %d boosters for %d folds".formatted(boosters.count(), card.folds().size()));
    }
    folds.requireBelow(boosters.count());
    if (!card.features().equals(catalogue.features().stream().map(Feature::name).toList())) {
      throw new IllegalArgumentException("its card and its catalogue name different features");
    }
  }

  /** The same model with another card. */
  TrainedModel with(ModelCard other) {
    return new TrainedModel(other, catalogue, boosters, folds, reference, population);
  }
}
