package org.creditscoring.pipeline.gate;

import java.util.Map;
import java.util.Optional;
import org.creditscoring.pipeline.drift.Counted;
import org.creditscoring.pipeline.drift.ScoreCounts;

/** What the clients of a new snapshot are compared with. */
enum Against {
  /** The clients that its model was trained on, as they were then. */
  TRAINING {
    @Override
    Map<String, Counted> values(Evidence evidence) {
      return evidence.training();
    }

    @Override
    Optional<Counted> score(Evidence evidence) {
      return Optional.of(ScoreCounts.ofMargins(evidence.candidate().model().reference().margins()));
    }

    @Override
    String missing() {
      return "the model does not keep how its training population was spread: --retrain makes one that does";
    }
  },
  /** The published snapshot. */
  LAST {
    @Override
    Map<String, Counted> values(Evidence evidence) {
      return evidence.last().map(LastSnapshot::values).orElse(Map.of());
    }

    @Override
    Optional<Counted> score(Evidence evidence) {
      return evidence.last().flatMap(LastSnapshot::score);
    }

    @Override
    String missing() {
      return Evidence.NOTHING_PUBLISHED;
    }
  };

  abstract Map<String, Counted> values(Evidence evidence);

  abstract Optional<Counted> score(Evidence evidence);

  /** Why there is nothing to compare with. */
  abstract String missing();
}
