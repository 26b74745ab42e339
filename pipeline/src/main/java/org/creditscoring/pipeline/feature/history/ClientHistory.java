package org.creditscoring.pipeline.feature.history;

/**
 * What one table tells of a client.
 *
 * @param client SK_ID_CURR
 * @param values the table's features in catalogue order; NaN where missing
 */
public record ClientHistory(int client, float[] values) {}
