package org.creditscoring.model.decision;

/**
 * One reason group's pull on a decision.
 *
 * @param position in the catalogue's features, of the feature that speaks for the group
 * @param contribution of the whole group, in calibrated log-odds
 */
public record Reason(int position, double contribution) {
  public Direction direction() {
    return Direction.of(contribution);
  }
}
