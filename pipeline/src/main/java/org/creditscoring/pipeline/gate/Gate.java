package org.creditscoring.pipeline.gate;

import org.creditscoring.model.snapshot.GateReport.Verdict;

/** Looks at one thing before a snapshot is published. */
@FunctionalInterface
interface Gate {
  Verdict judge(Evidence evidence);
}
