package org.creditscoring.pipeline.snapshot;

import java.util.ArrayList;
import java.util.List;

/**
 * A row of the table {@code positions}: the clients whose value of a number is {@code lower} or
 * more, and less than that of the next row.
 */
public record PositionRow(String feature, double lower, long accepted, long refused) {
  /** Rows hold at most a hundredth of each group, so that half of one is half a point. */
  private static final int STEPS = 100;

  /** A value that more clients have than that stands in a row of its own. */
  static List<PositionRow> of(String feature, SortedValues values) {
    long accepted = 0;
    long refused = 0;
    for (int cell = 0; cell < values.cells(); cell++) {
      accepted += values.accepted()[cell];
      refused += values.refused()[cell];
    }
    List<PositionRow> rows = new ArrayList<>();
    PositionRow open = null;
    for (int cell = 0; cell < values.cells(); cell++) {
      PositionRow next =
          new PositionRow(
              feature, values.lower()[cell], values.accepted()[cell], values.refused()[cell]);
      boolean fits =
          open != null
              && STEPS * (open.accepted() + next.accepted()) <= accepted
              && STEPS * (open.refused() + next.refused()) <= refused;
      if (open != null && !fits) {
        rows.add(open);
      }
      open = fits ? open.with(next) : next;
    }
    if (open != null) {
      rows.add(open);
    }
    return rows;
  }

  private PositionRow with(PositionRow next) {
    return new PositionRow(feature, lower, accepted + next.accepted(), refused + next.refused());
  }
}
