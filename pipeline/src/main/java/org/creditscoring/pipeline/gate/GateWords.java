package org.creditscoring.pipeline.gate;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.creditscoring.model.snapshot.GateReport;
import org.creditscoring.model.snapshot.GateReport.Finding;
import org.creditscoring.model.snapshot.GateReport.Level;
import org.creditscoring.model.snapshot.GateReport.Verdict;
import org.creditscoring.model.snapshot.Layout;

/** What gates say to a person. */
public final class GateWords {
  /** So many features or tables of a gate are named in the last message. */
  private static final int NAMED = 8;

  private GateWords() {}

  static String of(String gate, Level level) {
    return "gate " + gate + (level == Level.STOP ? " stops: " : " warns: ");
  }

  static String of(Finding finding) {
    return finding.of()
        + (finding.clients() == null ? "" : " of " + finding.clients() + " clients")
        + ": "
        + finding.told();
  }

  /**
   * Why a snapshot was held, how to look at it, and how to publish it all the same.
   *
   * @param report of which one gate at least stops
   * @param held where the snapshot is
   */
  public static String held(GateReport report, Path held) {
    List<Verdict> stopping = report.stopping();
    return String.format(
        Locale.ROOT,
        "%s is whole and not published, because of %s: %s. It is kept in %s, and what each gate saw in its %s; what was published before is still served. If the snapshot is right, publish it by hand: ./credit snapshots publish %s --because \"…\"",
        report.snapshotId(),
        stopping.size() == 1 ? "one gate" : stopping.size() + " gates",
        stopping.stream().map(GateWords::named).collect(Collectors.joining("; ")),
        held,
        Layout.GATES,
        report.snapshotId());
  }

  private static String named(Verdict verdict) {
    List<String> names =
        verdict.findings().stream()
            .filter(finding -> finding.level() == Level.STOP)
            .map(Finding::of)
            .distinct()
            .toList();
    if (names.isEmpty()) {
      return verdict.name() + " (" + verdict.told() + ")";
    }
    String first = names.stream().limit(NAMED).collect(Collectors.joining(", "));
    return verdict.name()
        + " ("
        + first
        + (names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "")
        + ")";
  }
}
