package org.creditscoring.pipeline.snapshots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.creditscoring.pipeline.snapshot.CutOffRow;
import org.creditscoring.pipeline.snapshot.DistributionRow;
import org.creditscoring.pipeline.snapshot.FeatureRow;
import org.creditscoring.pipeline.snapshot.PointRow;
import org.creditscoring.pipeline.table.RecordFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The snapshots that Spark wrote are whole; each way of being damaged is told by file, row and
 * client. Client 131043 stands in row 4 of the first part: fold 0, accepted, margin −2.61625.
 */
class VerificationTest {
  private static final String ID = "20260301T000000Z-000001";
  private static final String ROW = "clients/part-00001.parquet row 4, client 131043: ";

  @TempDir Path snapshots;

  private interface Damage {
    void on(Golden snapshot) throws IOException;
  }

  @Test
  void whatSparkWroteIsWhole() throws IOException {
    assertThat(Verification.of(Golden.LATER).lines()).isEmpty();
    assertThat(Verification.of(Golden.FIRST).lines()).isEmpty();
    assertThat(Verification.of(Golden.publish(snapshots, ID).sealed().path()).count()).isZero();
    assertThat(Verification.of(Golden.hold(snapshots, ID).path()).count()).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"wrongFiles", "wrongClients", "wrongTables"})
  void aDamageIsTold(String name, Damage damage, String problem) throws IOException {
    Golden snapshot = Golden.publish(snapshots, ID);

    damage.on(snapshot);

    assertThat(Verification.of(snapshot.path()).lines())
        .as(name)
        .anySatisfy(line -> assertThat(line).contains(problem));
  }

  static Stream<Arguments> wrongFiles() {
    return Stream.of(
        damage(
            "a flipped byte",
            snapshot -> {
              Path file = snapshot.path().resolve("model/card.json");
              Files.copy(snapshot.path().resolve("model/model.json"), file);
              snapshot.sealed();
              Files.writeString(file, Files.readString(file).replace("auc", "auC"));
            },
            "file model/card.json is not what was written: its SHA-256 is "),
        damage(
            "a file cut short",
            snapshot ->
                Files.writeString(snapshot.path().resolve("importance.parquet"), "PAR1PAR1"),
            "file importance.parquet has 8 bytes, the manifest lists 1,986"),
        damage(
            "a missing file",
            snapshot -> Files.delete(snapshot.path().resolve("points.parquet")),
            "file points.parquet is missing"),
        damage(
            "a stray file",
            snapshot -> Files.writeString(snapshot.path().resolve("model/notes.txt"), "x"),
            "file model/notes.txt is not in the manifest"),
        damage(
            "no manifest",
            snapshot -> Files.delete(snapshot.path().resolve("manifest.json")),
            "manifest.json is missing"),
        damage(
            "the manifest of another snapshot",
            snapshot ->
                snapshot.manifest(
                    manifest -> manifest.put("snapshotId", "20260301T000000Z-000002")),
            "is of snapshot 20260301T000000Z-000002, not of its own directory"),
        damage(
            "another model's card",
            snapshot ->
                snapshot.manifest(manifest -> manifest.put("modelId", "20260301T000000Z-000002")),
            "the card is of model 20260102T030405Z-00901d, the manifest of 20260301T000000Z-000002"),
        damage(
            "another calibration",
            snapshot ->
                snapshot.manifest(
                    manifest -> ((ObjectNode) manifest.get("folds").get(1)).put("slope", 0.4)),
            "the card and the manifest calibrate fold 1 differently"));
  }

  static Stream<Arguments> wrongClients() {
    return Stream.of(
        client("points", 564, "points are 564, margin -2.6162498 gives 563"),
        client("values", values(0.577f, 9), "NAME_INCOME_TYPE = 9.0 is in no bin"),
        client("values", values(-1f, 2), "EXT_SOURCE_2 = -1.0 is in no bin"),
        damage(
            "two clients in the wrong order",
            snapshot ->
                snapshot.clients(
                    1,
                    clients -> {
                      Collections.swap(clients, 2, 3);
                      return clients;
                    }),
            "clients/part-00001.parquet row 4, client 131042: it follows client 131043"),
        damage(
            "a client twice",
            snapshot ->
                snapshot.clients(
                    1,
                    clients -> {
                      clients.add(4, clients.get(3));
                      return clients;
                    }),
            "row 5, client 131043: it follows client 131043"),
        damage(
            "a client in another part",
            snapshot -> snapshot.client(131_071, "id", 131_072 + 65_536),
            "row 32, client 196608: it belongs in clients/part-00003.parquet"),
        damage(
            "a client who is gone",
            snapshot -> snapshot.clients(1, clients -> clients.subList(1, 32)),
            "63 clients are there, the manifest counts 64"),
        damage(
            "a fold of fewer clients",
            snapshot -> snapshot.clients(1, clients -> clients.subList(1, 32)),
            "fold 0 has 28 clients, the manifest counts 29"));
  }

  static Stream<Arguments> wrongTables() {
    return Stream.of(
        damage(
            "a bin of other clients",
            snapshot -> snapshot.client(131_043, "values", values(0.99f, 2)),
            "bin 11 of EXT_SOURCE_2 counts 3 (2 accepted, 1 refused; 3 repaid, 0 defaulted, 0 unknown), the clients in it are 2 (1 accepted, 1 refused; 2 repaid, 0 defaulted, 0 unknown)"),
        damage(
            "bins that do not join",
            snapshot ->
                snapshot.table(
                    "distributions.parquet",
                    DistributionRow.class,
                    rows -> {
                      rows.set(1, Golden.with(rows.get(1), "lower", 21_000.0));
                      return rows;
                    }),
            "AMT_CREDIT: bin 1 does not begin where the one before it ends"),
        damage(
            "a catalogue of other features",
            snapshot ->
                snapshot.table(
                    "features.parquet",
                    FeatureRow.class,
                    rows -> {
                      rows.set(1, Golden.with(rows.get(1), "name", "OTHER"));
                      return rows;
                    }),
            "features.parquet row 2 is OTHER at position 1, the manifest has AMT_ANNUITY at 1"),
        damage(
            "a catalogue that is too short",
            snapshot ->
                snapshot.table("features.parquet", FeatureRow.class, rows -> rows.subList(0, 8)),
            "features.parquet has 8 rows, the manifest names 9 values"),
        damage(
            "a sample that stands for others",
            snapshot ->
                snapshot.table(
                    "points.parquet",
                    PointRow.class,
                    rows -> {
                      rows.set(0, Golden.with(rows.get(0), "weight", 7.0));
                      return rows;
                    }),
            "points stand for 70.0 clients of 64"),
        damage(
            "clients by probability",
            snapshot ->
                snapshot.table(
                    "cutoff.parquet",
                    CutOffRow.class,
                    rows -> {
                      CutOffRow row = rows.get(0);
                      rows.set(0, Golden.with(row, "current", row.current() + 1));
                      return rows;
                    }),
            "cutoff counts 65 clients of 64"),
        damage(
            "a table of another kind",
            snapshot -> {
              Path table = snapshot.path().resolve("importance.parquet");
              Files.delete(table);
              RecordFile.write(table, List.of(), PointRow.class);
              snapshot.sealed();
            },
            "importance.parquet cannot be read: "));
  }

  private static Arguments damage(String name, Damage damage, String problem) {
    return arguments(name, damage, problem);
  }

  private static Arguments client(String component, Object value, String problem) {
    return damage(
        component + " " + problem,
        snapshot -> snapshot.client(131_043, component, value),
        ROW + problem);
  }

  /** Those of client 131043 but for two of them. */
  private static float[] values(float extSource, float incomeType) {
    return new float[] {274_000.5f, 503, extSource, incomeType, 0, 30, 544.7f, -11_000, 0};
  }

  /** A damaged column is wrong in every row, and a person reads the first of them. */
  @Test
  void manyProblemsAreCountedAndTheFirstTold() throws IOException {
    Golden snapshot =
        Golden.publish(snapshots, ID)
            .clients(
                1,
                clients ->
                    clients.stream().map(client -> Golden.with(client, "points", 0)).toList());

    Problems problems = Verification.of(snapshot.path());

    assertThat(problems.count()).isEqualTo(32);
    List<String> lines = problems.lines();
    assertThat(lines).hasSize(21);
    assertThat(lines.get(0)).contains("row 1, client 131040: points are 0");
    assertThat(lines.get(20)).isEqualTo("and 12 more");
  }
}
