package org.creditscoring.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.creditscoring.pipeline.SparkTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunReportTest extends SparkTest {
  private static final String ID = "20260101T000000Z-00000a";
  @TempDir Path directory;
  private final RunReport report = new RunReport();
  private Stages stages;

  @BeforeEach
  void begin() {
    stages =
        new Stages(
            new PrintStream(PrintStream.nullOutputStream()),
            Meter.of(spark().sparkContext()),
            new StageLog(directory.resolve("refresh.jsonl"), told -> {}),
            report);
    stages.of(ID);
    stages.run(
        "read raw tables",
        stage -> {
          stage.warn("bureau is absent: its features are missing");
          stage.setAside("bureau_balance", 2, 0.0005);
          stage.rows(4_000);
          return stage;
        });
  }

  @Test
  void aPublishedRunNamesItsSnapshotStagesWarningsAndRowsSetAside() throws IOException {
    stages.outcome(RunReport.Outcome.PUBLISHED);

    JsonNode written = write(0, "");

    assertThat(written.path("exitCode").asInt(-1)).isZero();
    assertThat(written.path("outcome").asText()).isEqualTo("published");
    assertThat(written.path("snapshotId").asText()).isEqualTo(ID);
    assertThat(written.path("message").asText("none")).isEmpty();
    assertThat(written.path("warnings").toString())
        .isEqualTo("[\"bureau is absent: its features are missing\"]");
    assertThat(written.path("rowsSetAside").toString())
        .isEqualTo("[{\"table\":\"bureau_balance\",\"rows\":2,\"share\":5.0E-4}]");
    assertThat(written.path("stages")).hasSize(1);
    assertThat(written.path("stages").get(0).path("stage").asText()).isEqualTo("read raw tables");
    assertThat(written.path("stages").get(0).path("rows").asLong()).isEqualTo(4_000);
    assertThat(Instant.parse(written.path("startedAt").asText()))
        .isBeforeOrEqualTo(Instant.parse(written.path("endedAt").asText()));
  }

  @Test
  void aFailedRunHasNoSnapshotButTheStageThatFailed() throws IOException {
    assertThatThrownBy(
            () ->
                stages.run(
                    "train a model",
                    stage -> {
                      throw new BadDataException("too few defaults");
                    }))
        .isInstanceOf(BadDataException.class);

    JsonNode written = write(3, "too few defaults");

    assertThat(written.path("outcome").asText()).isEqualTo("failed");
    assertThat(written.path("snapshotId").asText("none")).isEmpty();
    assertThat(written.path("message").asText()).isEqualTo("too few defaults");
    assertThat(written.path("stages").get(1).path("failure").asText())
        .isEqualTo("BadDataException");
  }

  @Test
  void onlyItsOwnerMayReadItAndItReplacesTheOneBefore() throws IOException {
    Path file = directory.resolve("reports/a.json");
    report.write(file, 1, "first");
    report.write(file, 0, "second");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(new ObjectMapper().readTree(file.toFile()).path("message").asText())
        .isEqualTo("second");
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  private JsonNode write(int exitCode, String message) throws IOException {
    Path file = directory.resolve("report.json");
    report.write(file, exitCode, message);
    return new ObjectMapper().readTree(file.toFile());
  }
}
