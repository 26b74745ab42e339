package org.creditscoring.pipeline.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.creditscoring.model.snapshot.GateReport.Finding;
import org.creditscoring.model.snapshot.GateReport.Level;
import org.creditscoring.model.snapshot.GateReport.TableRows;
import org.creditscoring.model.snapshot.GateReport.Verdict;

/** How many rows each raw table has, against those that the published snapshot was made from. */
record RowCounts(Levels levels, Change change) implements Gate {
  @Override
  public Verdict judge(Evidence evidence) {
    List<TableRows> before = evidence.last().map(LastSnapshot::tables).orElse(List.of());
    if (before.isEmpty()) {
      return levels.none(
          evidence.last().isEmpty()
              ? Evidence.NOTHING_PUBLISHED
              : "the published snapshot does not say how many rows it was made from");
    }
    Map<String, Long> now =
        evidence.candidate().tables().stream()
            .collect(Collectors.toMap(TableRows::table, TableRows::rows));
    List<Finding> findings = new ArrayList<>();
    double most = 0;
    for (TableRows table : before) {
      long rows = now.getOrDefault(table.table(), 0L);
      if (Math.max(table.rows(), rows) >= levels.least()) {
        double share = change.share(table.rows(), rows);
        most = Math.max(most, share);
        Level level = levels.of(share);
        if (level != Level.OK) {
          findings.add(
              new Finding(
                  table.table(), null, level, share, Change.told(table.rows(), rows, "rows")));
        }
      }
    }
    return levels.of(findings, most, before.size() + " tables compared");
  }
}
