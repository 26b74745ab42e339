package org.creditscoring.serving.review;

import java.time.Instant;
import org.creditscoring.model.decision.Decision;

/**
 * A person's second look at a decision.
 *
 * @param decision that was looked at, as the snapshot had it
 * @param probability likewise
 * @param analyst who looked
 */
public record Review(
    int clientId,
    Verdict verdict,
    String reason,
    Decision decision,
    float probability,
    String analyst,
    Instant reviewedAt,
    String snapshotId,
    String modelId) {

  /** A review on the record; ids rise in the order in which they were put there. */
  public record Recorded(long id, Review review) {}
}
