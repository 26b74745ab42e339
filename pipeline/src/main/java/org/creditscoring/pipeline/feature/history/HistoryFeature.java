package org.creditscoring.pipeline.feature.history;

import org.apache.spark.sql.Column;
import org.creditscoring.model.feature.Feature;

/**
 * A history feature.
 *
 * @param feature what people read of it
 * @param aggregate what computes it from a client's rows of one {@link HistoryTable}; null, not a
 *     number or infinite where it is missing
 */
public record HistoryFeature(Feature feature, Column aggregate) {}
