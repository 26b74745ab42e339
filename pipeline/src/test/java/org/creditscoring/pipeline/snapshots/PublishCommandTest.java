package org.creditscoring.pipeline.snapshots;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.creditscoring.model.json.Json;
import org.creditscoring.model.snapshot.Manifest;
import org.creditscoring.pipeline.file.DirectoryLock;
import org.creditscoring.pipeline.file.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PublishCommandTest {
  private static final String PUBLISHED = "20261122T120000Z-000001";
  private static final String HELD = "20261123T120000Z-000002";

  @TempDir Path root;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void oneIsPublishedAndOneHeld() throws IOException {
    snapshot(PUBLISHED, PUBLISHED);
    snapshot(".held-" + HELD, HELD);
    Files.writeString(root.resolve("CURRENT"), PUBLISHED + "\n");
  }

  @Test
  void aHeldSnapshotIsPublishedAndOnRecord() throws IOException {
    assertThat(publish(HELD, "--because", " salaries rose ")).as(err.toString()).isZero();

    assertThat(out.toString())
        .isEqualTo("published " + HELD + ": 1,234 clients" + System.lineSeparator());
    assertThat(root.resolve("CURRENT")).hasContent(HELD);
    assertThat(root.resolve(HELD).resolve("data")).hasContent("rows");
    assertThat(root.resolve(".held-" + HELD)).doesNotExist();
    List<String> lines = Files.readAllLines(root.resolve("publications.jsonl"));
    assertThat(lines).hasSize(1);
    JsonNode line = new ObjectMapper().readTree(lines.get(0));
    assertThat(line.path("snapshotId").asText()).isEqualTo(HELD);
    assertThat(line.path("by").asText()).isEqualTo("publish");
    assertThat(line.path("because").asText()).isEqualTo("salaries rose");
    assertThat(line.path("user").asText()).isEqualTo(System.getProperty("user.name"));
    assertThat(line.path("at").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
  }

  /** Also what a crash left under its own name before it became current. */
  @Test
  void anOlderSnapshotIsPublishedAgain() throws IOException {
    assertThat(publish(HELD, "--because", "right")).isZero();
    assertThat(publish(PUBLISHED, "--because", "wrong after all")).isZero();

    assertThat(root.resolve("CURRENT")).hasContent(PUBLISHED);
    assertThat(root.resolve(HELD)).isDirectory();
    assertThat(Files.readAllLines(root.resolve("publications.jsonl"))).hasSize(2);
  }

  @Test
  void whatIsNotWhatWasWrittenStaysWhereItIs() throws IOException {
    Files.writeString(root.resolve(".held-" + HELD).resolve("data"), "r0ws");

    assertThat(publish(HELD, "--because", "right")).isEqualTo(3);

    assertThat(err.toString())
        .contains(HELD + " is not published, because it is not what was written")
        .contains("file data");
    requireUntouched();
  }

  @Test
  void noReasonOverrulesTheContract() throws IOException {
    Path held = root.resolve(".held-" + HELD);
    Path gates =
        Files.writeString(
            held.resolve("gates.json"),
            """
            {"snapshotId": "x", "comparedWith": null, "level": "stop", "tables": [], "gates": [
              {"name": "addressability", "level": "stop", "seen": null, "warn": null, "stop": null,
               "told": "part-00001.parquet: column id: compressed by SNAPPY", "findings": []}]}
            """);
    ObjectMapper json = new ObjectMapper();
    ObjectNode manifest = (ObjectNode) json.readTree(held.resolve("manifest.json").toFile());
    manifest
        .withArray("files")
        .addObject()
        .put("path", "gates.json")
        .put("bytes", Files.size(gates))
        .put("sha256", Sha256.of(gates));
    json.writeValue(held.resolve("manifest.json").toFile(), manifest);

    assertThat(publish(HELD, "--because", "it is urgent")).isEqualTo(3);
    assertThat(err.toString())
        .contains(HELD + " is not published, and no reason can overrule that")
        .contains("addressability: part-00001.parquet: column id: compressed by SNAPPY");
    requireUntouched();
  }

  @Test
  void aManifestOfAnotherSnapshotIsNamed() throws IOException {
    Files.copy(
        root.resolve(PUBLISHED).resolve("manifest.json"),
        Files.createDirectory(root.resolve("20261124T120000Z-000003")).resolve("manifest.json"));

    assertThat(publish("20261124T120000Z-000003", "--because", "right")).isEqualTo(3);
    assertThat(err.toString()).contains("its manifest is of snapshot " + PUBLISHED);
  }

  @Test
  void anUnknownSnapshotIsToldWithThoseThatAreThere() {
    for (String unknown : List.of("20261101T120000Z-000009", "../" + PUBLISHED, ".held-" + HELD)) {
      err.getBuffer().setLength(0);
      assertThat(publish(unknown, "--because", "right")).isEqualTo(3);
      assertThat(err.toString())
          .contains("there is no snapshot " + unknown)
          .contains("held by a gate: " + HELD)
          .contains("still kept: " + PUBLISHED);
    }
    requireUntouched();
  }

  @Test
  void whatIsCurrentIsPublishedAlready() {
    assertThat(publish(PUBLISHED, "--because", "right")).isEqualTo(3);
    assertThat(err.toString()).contains(PUBLISHED + " is published already");
    requireUntouched();
  }

  @Test
  void aReasonMustBeGiven() {
    assertThat(publish(HELD)).isEqualTo(2);
    assertThat(err.toString()).contains("--because");
    assertThat(publish(HELD, "--because", "  ")).isEqualTo(2);
    assertThat(err.toString()).contains("--because wants a reason in words");
    requireUntouched();
  }

  @Test
  void aRefreshAtWorkIsWaitedFor() throws IOException {
    try (DirectoryLock lock = DirectoryLock.take(root)) {
      assertThat(publish(HELD, "--because", "right")).isEqualTo(3);
    }
    assertThat(err.toString()).contains("another refresh is at work in " + root);
    requireUntouched();
  }

  private void requireUntouched() {
    assertThat(root.resolve("CURRENT")).hasContent(PUBLISHED);
    assertThat(root.resolve(".held-" + HELD)).isDirectory();
    assertThat(root.resolve("publications.jsonl")).doesNotExist();
  }

  private int publish(String... arguments) {
    CommandLine command = SnapshotsCommand.commandLine();
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    String[] all = new String[arguments.length + 3];
    all[0] = "publish";
    all[1] = "--snapshots";
    all[2] = root.toString();
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return command.execute(all);
  }

  private void snapshot(String name, String id) throws IOException {
    Path directory = Files.createDirectory(root.resolve(name));
    Path data = Files.writeString(directory.resolve("data"), "rows");
    Files.writeString(
        directory.resolve("manifest.json"),
        Json.write(
            new Manifest(
                1,
                id,
                "2026-11-22T12:00:00Z",
                "20261122T110000Z-00000a",
                1234,
                true,
                1 / 11.0,
                List.of("A"),
                List.of(),
                List.of(),
                List.of(new Manifest.Fold(-1, -2, 1, 0, 1234)),
                List.of(),
                Map.of(),
                "0",
                List.of(new Manifest.FileEntry("data", Files.size(data), Sha256.of(data))))));
  }
}
