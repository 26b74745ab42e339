package org.creditscoring.pipeline.snapshot;

import java.util.ArrayList;
import java.util.List;

/** A row of the table {@code pairs}: the clients in one bin of x and one of y. */
public record PairRow(
    String x,
    String y,
    int xBin,
    int yBin,
    long all,
    long accepted,
    long refused,
    long repaid,
    long defaulted,
    long unknown) {

  /** Every cell that has clients, pair by pair. */
  static List<PairRow> of(Tally tally, List<String> names) {
    List<PairRow> rows = new ArrayList<>();
    int[] ranked = tally.plan().ranked();
    int pair = 0;
    for (int x = 0; x < ranked.length; x++) {
      for (int y = x + 1; y < ranked.length; y++) {
        int xBins = tally.plan().bins()[ranked[x]].bins();
        int yBins = tally.plan().bins()[ranked[y]].bins();
        for (int cell = 0; cell < xBins * yBins; cell++) {
          GroupCounts counts = tally.cell(pair, cell);
          if (counts.all() > 0) {
            rows.add(
                new PairRow(
                    names.get(ranked[x]),
                    names.get(ranked[y]),
                    cell / yBins,
                    cell % yBins,
                    counts.all(),
                    counts.accepted(),
                    counts.refused(),
                    counts.repaid(),
                    counts.defaulted(),
                    counts.unknown()));
          }
        }
        pair++;
      }
    }
    return rows;
  }
}
