package org.creditscoring.pipeline.snapshot;

import java.util.ArrayList;
import java.util.List;

/** A row of the table {@code cutoff}: the clients of one interval of probability. */
public record CutOffRow(
    double lower, double upper, long current, long repaid, long defaulted, double probabilitySum) {

  static List<CutOffRow> of(Tally tally) {
    double[] edges = tally.plan().probabilityEdges();
    List<CutOffRow> rows = new ArrayList<>();
    for (int row = 0; row < edges.length - 1; row++) {
      GroupCounts counts = tally.probabilityRow(row);
      rows.add(
          new CutOffRow(
              edges[row],
              edges[row + 1],
              counts.unknown(),
              counts.repaid(),
              counts.defaulted(),
              tally.probabilitySum(row)));
    }
    return rows;
  }

  long clients() {
    return current + repaid + defaulted;
  }
}
