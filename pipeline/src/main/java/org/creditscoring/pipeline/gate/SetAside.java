package org.creditscoring.pipeline.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.creditscoring.model.snapshot.GateReport.Finding;
import org.creditscoring.model.snapshot.GateReport.Level;
import org.creditscoring.model.snapshot.GateReport.TableRows;
import org.creditscoring.model.snapshot.GateReport.Verdict;

/** Which share of each raw table's rows could not be read. */
record SetAside(Levels levels) implements Gate {
  @Override
  public Verdict judge(Evidence evidence) {
    List<Finding> findings = new ArrayList<>();
    double most = 0;
    for (TableRows table : evidence.candidate().tables()) {
      long all = table.rows() + table.setAside();
      if (all >= levels.least()) {
        double share = (double) table.setAside() / all;
        most = Math.max(most, share);
        Level level = levels.of(share);
        if (level != Level.OK) {
          findings.add(
              new Finding(
                  table.table(),
                  null,
                  level,
                  share,
                  String.format(Locale.ROOT, "%,d of %,d rows set aside", table.setAside(), all)));
        }
      }
    }
    return levels.of(findings, most, "no table has many rows set aside");
  }
}
