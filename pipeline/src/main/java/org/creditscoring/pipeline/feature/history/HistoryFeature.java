package org.creditscoring.pipeline.feature.history;

import org.creditscoring.model.feature.Feature;

/**
 * A history feature.
 *
 * @param feature what people read of it
 * @param aggregate what computes it from a client's rows of one {@link HistoryTable}
 */
public record HistoryFeature(Feature feature, Aggregate aggregate) {}
