package org.creditscoring.pipeline.snapshot;

/**
 * A row of the table {@code importance}.
 *
 * @param by {@code feature} or {@code group}
 * @param rank from 1
 * @param meanAbsoluteContribution log-odds
 * @param low least value of the folds
 * @param high greatest value of the folds
 * @param direction of a feature with an order, see {@link Direction}; NaN otherwise
 */
public record ImportanceRow(
    String by,
    int rank,
    String name,
    double meanAbsoluteContribution,
    double low,
    double high,
    double direction) {
  static final String BY_FEATURE = "feature";
  static final String BY_GROUP = "group";

  ImportanceRow ranked(int rank) {
    return new ImportanceRow(by, rank, name, meanAbsoluteContribution, low, high, direction);
  }

  ImportanceRow directed(double direction) {
    return new ImportanceRow(by, rank, name, meanAbsoluteContribution, low, high, direction);
  }
}
