package org.creditscoring.pipeline.gate;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.creditscoring.model.snapshot.GateReport.Finding;
import org.creditscoring.model.snapshot.GateReport.Level;
import org.creditscoring.model.snapshot.GateReport.Verdict;
import org.creditscoring.pipeline.run.GateName;
import org.creditscoring.pipeline.run.GateSettings;
import org.creditscoring.pipeline.run.GateSettings.Limits;
import org.creditscoring.pipeline.run.GateSettings.Mode;

/** When a gate warns and stops, and how it says so. */
final class Levels {
  /** So many are told one by one; the report holds all. */
  private static final int TOLD = 8;

  private final GateName name;
  private final Limits limits;
  private final int least;

  Levels(GateName name, GateSettings settings) {
    this.name = name;
    this.limits = settings.of(name);
    this.least = settings.least();
  }

  String name() {
    return name.setting();
  }

  /** Clients or rows of which there must be so many to be judged. */
  int least() {
    return least;
  }

  double stop() {
    return limits.stop();
  }

  /**
   * @param chance what chance alone would make of the value at most, and which is no reason
   */
  Level of(double value, double chance) {
    // Written so that NaN is grave: what cannot be told apart from a fault is one.
    boolean counts = !(value <= chance);
    if (counts && !(value < limits.stop()) && limits.mode() == Mode.STOP) {
      return Level.STOP;
    }
    return counts && !(value < limits.warn()) && limits.mode() != Mode.OFF ? Level.WARN : Level.OK;
  }

  Level of(double value) {
    return of(value, 0);
  }

  /** Nothing could be judged. */
  Verdict none(String why) {
    return new Verdict(name(), Level.OK, null, limits.warn(), limits.stop(), why, List.of());
  }

  /** One value for all. */
  Verdict one(double seen, double chance, String told) {
    return new Verdict(
        name(), of(seen, chance), seen, limits.warn(), limits.stop(), told, List.of());
  }

  /**
   * Of features or tables.
   *
   * @param findings those that are not {@code OK}
   * @param seen the greatest value of any, also of those that are
   * @param fine what is told if none is named
   */
  Verdict of(List<Finding> findings, double seen, String fine) {
    List<Finding> gravest =
        findings.stream().sorted(Comparator.comparing(Finding::level).reversed()).toList();
    return new Verdict(
        name(),
        gravest.isEmpty() ? Level.OK : gravest.get(0).level(),
        seen,
        limits.warn(),
        limits.stop(),
        gravest.isEmpty() ? fine : told(gravest),
        gravest);
  }

  private static String told(List<Finding> findings) {
    String first =
        findings.stream().limit(TOLD).map(GateWords::of).collect(Collectors.joining(", "));
    return findings.size() > TOLD ? first + " and " + (findings.size() - TOLD) + " more" : first;
  }
}
