package org.creditscoring.pipeline.snapshots;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.creditscoring.pipeline.file.DirectoryLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands from their arguments to exit code and words. */
class SnapshotsCommandTest {
  private static final String OLD = "20260301T000000Z-000001";
  private static final String NEW = "20260302T000000Z-000002";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path snapshots;

  private record Ended(int code, String out, String err) {}

  private Ended run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        SnapshotsCommand.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--snapshots";
    all[arguments.length + 1] = snapshots.toString();
    int code = command.execute(all);
    return new Ended(code, out.toString(), err.toString());
  }

  private Golden two() throws IOException {
    Golden.publish(snapshots, OLD);
    Golden fresh = Golden.publish(snapshots, NEW);
    Golden.makeCurrent(snapshots, NEW);
    return fresh;
  }

  private String current() throws IOException {
    return Files.readString(snapshots.resolve("CURRENT"));
  }

  @Test
  void listsThemTheNewestFirst() throws IOException {
    two();
    Golden.hold(snapshots, "20260303T000000Z-000003");
    Golden broken = Golden.publish(snapshots, "20260228T000000Z-000000");
    Files.delete(broken.path().resolve("points.parquet"));
    Files.createDirectory(snapshots.resolve(".staging-20260304T000000Z-000004"));

    Ended ended = run("list");

    assertThat(ended.code()).isZero();
    List<String> lines = ended.out().lines().toList();
    assertThat(lines).hasSize(5);
    assertThat(lines.get(0)).matches("ID +CREATED +CLIENTS +MODEL +SIZE +STATE");
    assertThat(lines.get(1)).startsWith("20260303T000000Z-000003").endsWith("held");
    assertThat(lines.get(2))
        .matches(NEW + " +2026-01-02T03:04:05Z +64 +20260102T030405Z-00901d +\\d+ kB  current");
    assertThat(lines.get(3)).startsWith(OLD).endsWith("kept");
    assertThat(lines.get(4)).endsWith("broken: file points.parquet is missing");
  }

  @Test
  void listsThemAsJson() throws IOException {
    two();
    Files.createDirectory(snapshots.resolve("20260228T000000Z-000000"));

    JsonNode list = JSON.readTree(run("list", "--json").out());

    assertThat(list).hasSize(3);
    assertThat(list.get(0).get("id").asText()).isEqualTo(NEW);
    assertThat(list.get(0).get("state").asText()).isEqualTo("current");
    assertThat(list.get(0).get("clients").asInt()).isEqualTo(64);
    assertThat(list.get(2).get("state").asText()).isEqualTo("broken");
    assertThat(list.get(2).get("clients").isNull()).isTrue();
    assertThat(list.get(2).get("problem").asText()).contains("manifest.json is missing");
  }

  @Test
  void whereNothingIsPublishedThatIsSaid() {
    assertThat(run("list").out()).isEqualTo("no snapshot is in " + snapshots + "\n");
    for (String command : List.of("show", "verify", "rollback", "prune")) {
      Ended ended = run(command);
      assertThat(ended.code()).as(command).isEqualTo(4);
      assertThat(ended.err()).contains("no snapshot is published in " + snapshots);
    }
  }

  @Test
  void showsWhatASnapshotSaysOfItself() throws IOException {
    Golden fresh = two();
    Files.writeString(
        fresh.path().resolve("gates.json"),
        """
        {"snapshotId": "20260302T000000Z-000002", "comparedWith": "20260301T000000Z-000001", "level": "warn", "tables": [],
         "gates": [{"name": "counts", "level": "warn", "told": "64 clients, 70 before", "findings": []}]}
        """);
    fresh.sealed();

    Ended ended = run("show");

    assertThat(ended.code()).isZero();
    assertThat(ended.out())
        .contains("snapshot        " + NEW + " (synthetic)\n")
        .contains("state           current\n")
        .contains("clients         64\n")
        .contains(
            "  fold 1        27 clients, base value -1.3703, slope 0.3001, intercept -0.9863\n")
        .contains("  mean          8 clients, ")
        .contains("cut-off         0.0909\n")
        .contains("values          7 features, 1 inputs, 1 forbidden\n")
        .contains("absent tables   bureau, ")
        .contains("AUC 0.")
        .contains("gates           warn, compared with " + OLD + "\n")
        .contains("  counts        warn: 64 clients, 70 before\n");
    JsonNode json = JSON.readTree(run("show", OLD, "--json").out());
    assertThat(json.get("state").asText()).isEqualTo("kept");
    assertThat(json.get("manifest").get("snapshotId").asText()).isEqualTo(OLD);
    assertThat(json.get("card").get("modelId").asText()).isEqualTo("20260102T030405Z-00901d");
    assertThat(json.get("gates").isNull()).isTrue();
  }

  @Test
  void verifiesOneOrAll() throws IOException {
    Golden fresh = two();

    assertThat(run("verify"))
        .isEqualTo(
            new Ended(
                0, NEW + " is whole: 13 files, 64 clients, every hash and invariant holds\n", ""));

    fresh.client(131_043, "points", 564);
    Ended all = run("verify", "all");
    assertThat(all.code()).isEqualTo(3);
    assertThat(all.out())
        .isEqualTo(
            NEW
                + " is damaged, 1 problem:\n"
                + "  clients/part-00001.parquet row 4, client 131043: points are 564, margin -2.6162498 gives 563\n"
                + OLD
                + " is whole: 13 files, 64 clients, every hash and invariant holds\n");
    assertThat(run("verify", OLD).code()).isZero();
  }

  @Test
  void anIdThatIsNotThereIsNamed() throws IOException {
    two();
    for (String id : List.of("20260309T000000Z-000009", "../" + OLD)) {
      for (List<String> command :
          List.of(List.of("show"), List.of("verify"), List.of("rollback"))) {
        Ended ended = run(command.get(0), id);
        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.err()).contains("there is no snapshot " + id + " in " + snapshots);
      }
    }
    assertThat(run("diff", OLD, "20260309T000000Z-000009").code()).isEqualTo(3);
  }

  @Test
  void comparesTwo() throws IOException {
    two();

    Ended text = run("diff", OLD, NEW, "--ids", "3");
    assertThat(text.code()).isZero();
    assertThat(text.out()).contains("clients: 64 in both").contains("the catalogue is the same");
    JsonNode json = JSON.readTree(run("diff", OLD, NEW, "--json").out());
    assertThat(json.get("clients").get("both").asInt()).isEqualTo(64);
    assertThat(run("diff", OLD).code()).isEqualTo(2);
    assertThat(run("diff", OLD, NEW, "--ids", "-1").code()).isEqualTo(2);
  }

  @Test
  void goesBackAndPutsThatOnRecord() throws IOException {
    two();

    Ended ended = run("rollback", "--because", "the scores \"moved\"");

    assertThat(ended.code()).isZero();
    assertThat(ended.out())
        .isEqualTo(
            "CURRENT names "
                + OLD
                + " now; it named "
                + NEW
                + ". A running service follows within a second.\n");
    assertThat(current()).isEqualTo(OLD + "\n");
    assertThat(run("rollback", NEW).code()).isZero();
    assertThat(current()).isEqualTo(NEW + "\n");
    assertThat(run("rollback", NEW).out()).contains("nothing is changed");

    List<String> record = Files.readAllLines(snapshots.resolve("publications.jsonl"));
    assertThat(record).hasSize(2);
    JsonNode line = JSON.readTree(record.get(0));
    assertThat(line.get("snapshotId").asText()).isEqualTo(OLD);
    assertThat(line.get("by").asText()).isEqualTo("rollback");
    assertThat(line.get("because").asText()).isEqualTo("the scores \"moved\"");
    assertThat(line.get("user").asText()).isEqualTo(System.getProperty("user.name"));
    assertThat(line.get("at").asText()).matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");
  }

  @Test
  void doesNotGoBackToWhatIsDamagedHeldOrNotThere() throws IOException {
    two();
    Golden.hold(snapshots, "20260228T000000Z-000000");
    Path file = snapshots.resolve(OLD).resolve("model/fold-0.json");
    Files.writeString(file, Files.readString(file).replace("\"learner\"", "\"lEarner\""));

    Ended damaged = run("rollback");
    assertThat(damaged.code()).isEqualTo(3);
    assertThat(damaged.err())
        .contains("snapshot " + OLD + " is damaged, and CURRENT stays as it is")
        .contains("file model/fold-0.json is not what was written");
    Ended held = run("rollback", "20260228T000000Z-000000");
    assertThat(held.code()).isEqualTo(3);
    assertThat(held.err()).contains("was held by a gate").contains("snapshots publish");
    Golden.makeCurrent(snapshots, OLD);
    Ended none = run("rollback");
    assertThat(none.code()).isEqualTo(3);
    assertThat(none.err()).contains("no snapshot in " + snapshots + " is older than");
    assertThat(current()).isEqualTo(OLD + "\n");
    assertThat(snapshots.resolve("publications.jsonl")).doesNotExist();
  }

  /** Where CURRENT was lost, a rollback by id mends it. */
  @Test
  void mendsACurrentThatNamesNothing() throws IOException {
    two();
    Golden.makeCurrent(snapshots, "nonsense");

    assertThat(run("rollback", NEW).code()).isZero();

    assertThat(current()).isEqualTo(NEW + "\n");
  }

  @Test
  void changesNothingWhileARefreshIsAtWork() throws IOException {
    two();
    try (DirectoryLock refresh = DirectoryLock.take(snapshots)) {
      assertThat(refresh).isNotNull();
      for (String command : List.of("rollback", "prune")) {
        Ended ended = run(command);
        assertThat(ended.code()).as(command).isEqualTo(3);
        assertThat(ended.err()).contains("another refresh is at work in " + snapshots);
      }
      assertThat(run("list").code()).isZero();
      assertThat(run("verify", OLD).code()).isZero();
    }
    assertThat(current()).isEqualTo(NEW + "\n");
  }

  @Test
  void prunesByCountAndSaysSo() throws IOException {
    Golden.publish(snapshots, "20260228T000000Z-000000");
    two();

    Ended dry = run("prune", "--keep", "1", "--dry-run");
    assertThat(dry.out())
        .matches(
            "would remove 20260228T000000Z-000000, \\d+ kB\n1 snapshot would be removed, \\d+ kB\n");
    assertThat(snapshots.resolve("20260228T000000Z-000000")).exists();

    Ended done = run("prune", "--keep", "1");
    assertThat(done.code()).isZero();
    assertThat(done.out()).startsWith("removed 20260228T000000Z-000000, ");
    assertThat(snapshots.resolve("20260228T000000Z-000000")).doesNotExist();
    assertThat(run("prune", "--keep", "0").code()).isEqualTo(2);
    assertThat(run("prune").out()).isEqualTo("0 snapshots removed, 0 B\n");
  }
}
