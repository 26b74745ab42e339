package org.creditscoring.serving.snapshot;

import java.util.Optional;
import org.creditscoring.model.decision.Decision;
import org.creditscoring.model.snapshot.Layout;

/**
 * Which clients are searched for; every condition must hold.
 *
 * @param prefix decimal digits that the id begins with, none for any
 * @param probability compared as float, which is how it is stored
 */
public record ClientFilter(
    String prefix,
    Optional<ClientKind> kind,
    Optional<Decision> decision,
    Range probability,
    Range points) {
  /** Every client. */
  public static final ClientFilter ANY =
      new ClientFilter("", Optional.empty(), Optional.empty(), Range.ANY, Range.ANY);

  /** From {@code least} to {@code most}, both included. */
  public record Range(double least, double most) {
    public static final Range ANY = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private boolean holds(float value) {
      return value >= (float) least && value <= (float) most;
    }
  }

  boolean any() {
    return equals(ANY);
  }

  boolean holds(Scores scores, int row) {
    return probability.holds(scores.probabilities[row])
        && points.holds(scores.points[row])
        && (decision.isEmpty() || decision.get() == Decision.REFUSED == scores.refused[row])
        && (kind.isEmpty() || kind.get() == kind(scores.outcomes[row]))
        && (prefix.isEmpty() || beginsWithPrefix(scores.ids[row]));
  }

  static ClientKind kind(int outcome) {
    return outcome == Layout.UNKNOWN_OUTCOME ? ClientKind.CURRENT : ClientKind.PAST;
  }

  /** An id has no leading zeros, so of the prefixes with one only "0" is ever met. */
  private boolean beginsWithPrefix(int id) {
    long digits = Long.parseLong(prefix);
    if (prefix.charAt(0) == '0') {
      return prefix.length() == 1 && id == 0;
    }
    long head = id;
    while (head > digits) {
      head /= 10;
    }
    return head == digits;
  }
}
