package org.creditscoring.pipeline.feature;

/**
 * What the catalogue says of one client.
 *
 * @param id SK_ID_CURR
 * @param outcome 1 payment difficulties, 0 repaid, −1 unknown
 * @param values in the catalogue's order, NaN when missing
 */
public record ClientValues(int id, byte outcome, float[] values) {}
