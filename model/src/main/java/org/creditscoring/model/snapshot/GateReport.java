package org.creditscoring.model.snapshot;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code gates.json}: what a snapshot was judged by before it was published.
 *
 * @param snapshotId that was judged
 * @param comparedWith id of the snapshot that was published then, nullable: there was none, or it
 *     could not be read or is of another population
 * @param level the gravest of the gates'
 * @param tables rows of the raw tables that were there, for the next refresh to compare
 * @param gates in the order in which they are told
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record GateReport(
    String snapshotId,
    String comparedWith,
    Level level,
    List<TableRows> tables,
    List<Verdict> gates) {

  /** Gates of the contract itself: no setting and no person lets a snapshot pass them. */
  public static final Set<String> CONTRACT = Set.of("additivity", "addressability", "oneBinEach");

  public GateReport {
    tables = List.copyOf(tables);
    gates = List.copyOf(gates);
  }

  /** Of these gates. */
  public static GateReport of(
      String snapshotId, String comparedWith, List<TableRows> tables, List<Verdict> gates) {
    return new GateReport(
        snapshotId,
        comparedWith,
        gates.stream().map(Verdict::level).max(Level::compareTo).orElse(Level.OK),
        tables,
        gates);
  }

  /** Those that keep the snapshot from being published. */
  public List<Verdict> stopping() {
    return gates.stream().filter(gate -> gate.level() == Level.STOP).toList();
  }

  public Optional<Verdict> gate(String name) {
    return gates.stream().filter(gate -> gate.name().equals(name)).findFirst();
  }

  /** How grave it is, rising. */
  public enum Level {
    @JsonProperty("ok")
    OK,
    @JsonProperty("warn")
    WARN,
    @JsonProperty("stop")
    STOP
  }

  /**
   * @param table name without its ending
   * @param rows that were read
   * @param setAside rows that could not be
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record TableRows(String table, long rows, long setAside) {}

  /**
   * What one gate saw.
   *
   * @param name of the gate, which is also that of its settings
   * @param seen the value that decided, nullable: nothing could be judged
   * @param warn the value from which it warns, nullable: it has no such level
   * @param stop the value from which it stops, nullable likewise
   * @param told what was seen, in words, or why nothing could be judged
   * @param findings everything that is not {@code OK}, the gravest first
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Verdict(
      String name,
      Level level,
      Double seen,
      Double warn,
      Double stop,
      String told,
      List<Finding> findings) {
    public Verdict {
      findings = List.copyOf(findings);
    }

    /** What it found of a feature or table, and of one kind of clients. */
    public Optional<Finding> finding(String of, String clients) {
      return findings.stream()
          .filter(
              finding ->
                  finding.of().equals(of) && java.util.Objects.equals(finding.clients(), clients))
          .findFirst();
    }
  }

  /**
   * One feature or table that a gate names.
   *
   * @param of the feature, input or table
   * @param clients {@code past} or {@code current}; null where they are not told apart
   * @param seen the value that decided
   * @param told what has changed, in words
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Finding(String of, String clients, Level level, double seen, String told) {}
}
