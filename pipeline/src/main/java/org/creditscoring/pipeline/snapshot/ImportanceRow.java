package org.creditscoring.pipeline.snapshot;

/**
 * A row of the table {@code importance}.
 *
 * @param by {@code feature} or {@code group}
 * @param rank from 1
 * @param meanAbsoluteContribution log-odds
 * @param low least value of the folds
 * @param high greatest value of the folds
 */
public record ImportanceRow(
    String by, int rank, String name, double meanAbsoluteContribution, double low, double high) {}
