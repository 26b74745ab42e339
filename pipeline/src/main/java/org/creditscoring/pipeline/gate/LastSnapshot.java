package org.creditscoring.pipeline.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.creditscoring.model.json.Json;
import org.creditscoring.model.snapshot.GateReport;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.model.snapshot.Manifest;
import org.creditscoring.model.snapshot.SnapshotId;
import org.creditscoring.pipeline.drift.Counted;
import org.creditscoring.pipeline.run.Stages;

/**
 * The snapshot that is published while the next one is made.
 *
 * @param report what it was judged by; empty of a snapshot that is older than gates are
 * @param values how each feature is spread, by its name
 * @param score how the probability is spread; empty if it is older than that table
 * @param ids of its clients, rising
 */
record LastSnapshot(
    Path directory,
    Manifest manifest,
    Optional<GateReport> report,
    Map<String, Counted> values,
    Optional<Counted> score,
    int[] ids) {

  /** Empty, and said, if what is published cannot be read: the next one is to mend that. */
  static Optional<LastSnapshot> of(SparkSession spark, Path snapshots, Stages.Stage stage) {
    Path current = snapshots.resolve(Layout.CURRENT);
    if (!Files.exists(current)) {
      return Optional.empty();
    }
    try {
      String id = Files.readString(current).strip();
      if (!SnapshotId.valid(id)) {
        throw new IOException(current + " names no snapshot");
      }
      return Optional.of(read(spark, snapshots.resolve(id)));
    } catch (Exception e) {
      // Spark throws checked exceptions that its Java signatures do not declare.
      stage.warn(
          "nothing is compared with the published snapshot, which cannot be read: "
              + e.getMessage());
      return Optional.empty();
    }
  }

  private static LastSnapshot read(SparkSession spark, Path directory) throws IOException {
    PublishedTables tables = new PublishedTables(spark, directory);
    Path report = directory.resolve(Layout.GATES);
    return new LastSnapshot(
        directory,
        Json.read(Files.readString(directory.resolve(Layout.MANIFEST)), Manifest.class),
        Files.exists(report)
            ? Optional.of(Json.read(Files.readString(report), GateReport.class))
            : Optional.empty(),
        tables.values(),
        tables.score(),
        tables.ids());
  }

  String id() {
    return manifest.snapshotId();
  }

  /** Rows of the raw tables that were there; none if it is older than gates are. */
  List<GateReport.TableRows> tables() {
    return report.map(GateReport::tables).orElse(List.of());
  }

  /** What a gate saw of a feature then; 0 if that was nothing to name. */
  double saw(String gate, String of, String clients) {
    return report
        .flatMap(then -> then.gate(gate))
        .flatMap(verdict -> verdict.finding(of, clients))
        .map(GateReport.Finding::seen)
        .orElse(0.0);
  }

  /** Share of the clients, of whichever population has fewer, that are in both; 0 to 1. */
  double shared(int[] others) {
    int both = 0;
    for (int own = 0, other = 0; own < ids.length && other < others.length; ) {
      int order = Integer.compare(ids[own], others[other]);
      both += order == 0 ? 1 : 0;
      own += order <= 0 ? 1 : 0;
      other += order >= 0 ? 1 : 0;
    }
    return (double) both / Math.min(ids.length, others.length);
  }
}
