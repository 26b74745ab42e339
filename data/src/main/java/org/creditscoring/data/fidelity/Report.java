package org.creditscoring.data.fidelity;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a comparison found.
 *
 * @param absent tables that were not there, whose facts were not compared
 */
public record Report(List<Finding> findings, List<String> absent) {

  public Report {
    findings = List.copyOf(findings);
    absent = List.copyOf(absent);
  }

  /** The finding with the highest score of each subject, the worst subject first. */
  List<Finding> subjects() {
    Map<String, Finding> worst = new LinkedHashMap<>();
    for (Finding finding : findings) {
      worst.merge(finding.subject(), finding, (a, b) -> b.score() > a.score() ? b : a);
    }
    return worst.values().stream()
        .sorted(
            Comparator.comparingDouble(Finding::score).reversed().thenComparing(Finding::subject))
        .toList();
  }

  /**
   * @param count of the worst subjects
   */
  public void print(PrintStream out, int count) {
    List<Finding> subjects = subjects();
    long good = subjects.stream().filter(finding -> finding.score() <= 1).count();
    out.printf(
        Locale.ROOT,
        "%n%,d facts about %,d columns and relations; %,d of these (%.0f %%) differ by no more than passes unnoticed.%n",
        findings.size(),
        subjects.size(),
        good,
        subjects.isEmpty() ? 0 : 100.0 * good / subjects.size());
    if (!absent.isEmpty()) {
      out.printf("Not compared, because absent: %s.%n", String.join(", ", absent));
    }
    out.printf(
        "%n  %-26s %6s %9s %9s %9s %10s%n",
        "measure", "facts", "median", "9 of 10", "worst", "unnoticed");
    Map<Measure, List<Finding>> byMeasure =
        findings.stream()
            .collect(
                Collectors.groupingBy(
                    Finding::measure, () -> new EnumMap<>(Measure.class), Collectors.toList()));
    byMeasure.forEach((measure, found) -> line(out, measure, found));
    out.printf(
        Locale.ROOT,
        "%nThe %d worst; the score is the distance over what passes unnoticed:%n%n",
        Math.min(count, subjects.size()));
    int rank = 0;
    for (Finding finding : subjects.subList(0, Math.min(count, subjects.size()))) {
      out.printf(
          Locale.ROOT,
          "  %3d %7.1f  %s%n               %s %.4f: %s%n",
          ++rank,
          finding.score(),
          finding.subject(),
          finding.measure().label(),
          finding.distance(),
          finding.detail());
    }
  }

  private static void line(PrintStream out, Measure measure, List<Finding> found) {
    double[] distances = found.stream().mapToDouble(Finding::distance).sorted().toArray();
    out.printf(
        Locale.ROOT,
        "  %-26s %6d %9.4f %9.4f %9.4f %10.4f%n",
        measure.label(),
        distances.length,
        distances[distances.length / 2],
        distances[(distances.length - 1) * 9 / 10],
        distances[distances.length - 1],
        measure.tolerance());
  }
}
