package org.creditscoring.pipeline.snapshot;

/**
 * One value of the catalogue for some clients: a piece of a column.
 *
 * @param feature position in the catalogue's values
 * @param values one a client
 * @param groups {@link Group#code} of the same clients
 */
public record FeatureChunk(int feature, float[] values, byte[] groups) {}
