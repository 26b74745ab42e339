package org.creditscoring.pipeline.training;

/**
 * What a model is checked by and may not be told.
 *
 * @param gender index of the category, NaN when not known
 * @param age in years, NaN when not known
 */
public record Traits(int id, float gender, float age) {}
