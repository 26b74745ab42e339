package org.creditscoring.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.creditscoring.pipeline.run.BadDataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefreshReportTest {
  @TempDir Path directory;

  @Test
  void everyEndIsReported() throws IOException {
    assertThat(refresh((settings, request) -> {})).isZero();
    assertThat(report().path("exitCode").asInt(-1)).isZero();

    int bad =
        refresh(
            (settings, request) -> {
              throw new BadDataException("bureau.csv, line 7: client 100002 is there twice");
            });
    assertThat(bad).isEqualTo(3);
    assertThat(report().path("exitCode").asInt()).isEqualTo(3);
    assertThat(report().path("outcome").asText()).isEqualTo("failed");
    assertThat(report().path("message").asText())
        .isEqualTo("bureau.csv, line 7: client 100002 is there twice");

    int ours =
        refresh(
            (settings, request) -> {
              throw new OutOfMemoryError("heap");
            });
    assertThat(ours).isEqualTo(1);
    assertThat(report().path("message").asText()).contains("OutOfMemoryError: heap");
  }

  @Test
  void aSignalIsReportedAsWhatEndedIt() throws IOException {
    int told =
        refresh(
            (settings, request) -> {
              request.interrupted().run();
              assertThat(report().path("exitCode").asInt()).isEqualTo(143);
              assertThat(report().path("message").asText()).startsWith("interrupted");
            });
    assertThat(told).isZero();
  }

  @Test
  void withoutAWishNothingIsWritten() throws IOException {
    RefreshCommand.commandLine((settings, request) -> {})
        .setErr(new PrintWriter(new StringWriter()))
        .execute();

    try (var files = Files.list(directory)) {
      assertThat(files).isEmpty();
    }
  }

  private int refresh(RefreshCommand.Runner runner) {
    return RefreshCommand.commandLine(runner)
        .setErr(new PrintWriter(new StringWriter()))
        .execute("--report", directory.resolve("report.json").toString());
  }

  private JsonNode report() throws IOException {
    return new ObjectMapper().readTree(directory.resolve("report.json").toFile());
  }
}
