package org.creditscoring.pipeline.training;

/**
 * One client to learn from.
 *
 * @param label 0 repaid, 1 payment difficulties
 * @param features NaN when missing
 */
public record Example(int id, float label, float[] features) {}
