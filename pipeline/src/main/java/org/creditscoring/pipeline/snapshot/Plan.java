package org.creditscoring.pipeline.snapshot;

import java.io.Serializable;
import org.creditscoring.pipeline.drift.Cuts;

/**
 * What the second pass counts, settled by the first.
 *
 * @param bins of each feature
 * @param ranked places of the features that have pairs, the most important first
 * @param probabilityEdges of the rows of {@code cutoff}, rising from 0 to 1
 * @param points how many clients of each {@link Group#code} are sampled
 * @param cuts of the features and inputs, by which they are compared with other populations
 */
record Plan(Binning[] bins, int[] ranked, double[] probabilityEdges, int[] points, Cuts[] cuts)
    implements Serializable {

  /** How many pairs there are: those of the first with each later one, then of the second. */
  int pairs() {
    return ranked.length * (ranked.length - 1) / 2;
  }
}
