package org.creditscoring.pipeline.training;

/**
 * A past client's raw margin by the fold model that never saw it.
 *
 * @param outcome 0 or 1
 * @param margin raw log-odds
 */
public record OutOfFold(int id, byte fold, byte outcome, double margin) {}
