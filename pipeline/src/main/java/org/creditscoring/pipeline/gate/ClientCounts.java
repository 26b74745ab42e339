package org.creditscoring.pipeline.gate;

import org.creditscoring.model.snapshot.GateReport.Verdict;

/** How many clients there are, against the published snapshot. */
record ClientCounts(Levels levels, Change change) implements Gate {
  @Override
  public Verdict judge(Evidence evidence) {
    if (evidence.last().isEmpty()) {
      return levels.none(Evidence.NOTHING_PUBLISHED);
    }
    long before = evidence.last().get().manifest().clients();
    long now = evidence.candidate().census().clients();
    String told = Change.told(before, now, "clients");
    return Math.max(before, now) < levels.least()
        ? levels.none(told + ", too few to be judged")
        : levels.one(change.share(before, now), 0, told);
  }
}
