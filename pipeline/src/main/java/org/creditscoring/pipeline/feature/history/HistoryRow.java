package org.creditscoring.pipeline.feature.history;

/**
 * A row of a {@link HistoryTable}, as far as its features look at it.
 *
 * @param conditions whether it meets each of {@link Inputs}
 * @param values each of {@link Inputs}; NaN where it is missing
 */
public record HistoryRow(int client, boolean[] conditions, double[] values) {}
