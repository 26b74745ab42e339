package org.creditscoring.serving.snapshot;

import org.creditscoring.model.decision.Decision;

/**
 * The scalars of one client's row.
 *
 * @param row its place in the snapshot, for {@link Clients#values} and {@link
 *     Clients#contributions}
 * @param fold −1 is the mean of all
 * @param outcome 1 payment difficulties, 0 repaid, −1 unknown
 * @param reasons positions in the features, −1 is none
 */
public record ClientRecord(
    int row,
    int id,
    int fold,
    int outcome,
    float margin,
    float baseValue,
    float probability,
    int points,
    float percentile,
    Decision decision,
    int[] reasons) {

  public ClientKind kind() {
    return ClientFilter.kind(outcome);
  }
}
