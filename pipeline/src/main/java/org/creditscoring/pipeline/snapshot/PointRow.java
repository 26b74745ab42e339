package org.creditscoring.pipeline.snapshot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A row of the table {@code points}.
 *
 * @param weight how many clients this one stands for
 * @param values of the features that have pairs, by their rank
 */
public record PointRow(int id, byte outcome, String decision, double weight, float[] values) {

  /**
   * The sample, by id.
   *
   * @param clients how many there are of each {@link Group#code}
   */
  static List<PointRow> of(Tally tally, long[] clients) {
    List<PointRow> rows = new ArrayList<>();
    for (int code = 0; code < Group.CODES; code++) {
      int sampled = tally.points(code).points().size();
      for (PointSample.Point point : tally.points(code).points()) {
        rows.add(
            new PointRow(
                point.id(),
                outcome(Group.outcome(code)),
                Group.decision(code).name(),
                (double) clients[code] / sampled,
                point.values()));
      }
    }
    rows.sort(Comparator.comparingInt(PointRow::id));
    return rows;
  }

  private static byte outcome(Group group) {
    return switch (group) {
      case REPAID -> 0;
      case DEFAULTED -> 1;
      default -> -1;
    };
  }
}
