package org.creditscoring.pipeline.gate;

import java.util.Map;
import java.util.Optional;
import org.creditscoring.pipeline.drift.Counted;

/**
 * Everything that gates look at.
 *
 * @param training how the values of the training population were spread, by name; none of a model
 *     that is older than that
 * @param last the published snapshot, if it is of the same population
 * @param rivals the model that scored and the one in use, if they are two
 */
record Evidence(
    Candidate candidate,
    Map<String, Counted> training,
    Optional<LastSnapshot> last,
    Optional<Rivals> rivals) {

  /** Why nothing can be compared with the published snapshot. */
  static final String NOTHING_PUBLISHED = "no published snapshot to compare with";

  /** Whether the published snapshot was scored by the same model. */
  boolean sameModel() {
    return last.filter(
            published -> published.manifest().modelId().equals(candidate.model().modelId()))
        .isPresent();
  }
}
