package org.creditscoring.pipeline.training;

import org.creditscoring.model.card.ModelCard;
import org.creditscoring.model.decision.ReferencePopulation;
import org.creditscoring.model.feature.Catalogue;

/**
 * Everything that scores a client.
 *
 * @param card figures, calibrations, provenance
 * @param catalogue as the model was trained on
 * @param boosters one per fold
 * @param folds the clients that it was trained on
 * @param reference their margins, out of fold and calibrated
 */
public record TrainedModel(
    ModelCard card,
    Catalogue catalogue,
    Boosters boosters,
    FoldOf folds,
    ReferencePopulation reference) {}
