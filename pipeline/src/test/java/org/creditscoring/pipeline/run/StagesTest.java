package org.creditscoring.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.creditscoring.pipeline.SparkTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagesTest extends SparkTest {
  @TempDir Path directory;
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private final List<String> warned = new ArrayList<>();
  private Stages stages;

  @BeforeEach
  void begin() {
    stages =
        new Stages(
            new PrintStream(told, true, StandardCharsets.UTF_8),
            Meter.of(spark().sparkContext()),
            new StageLog(directory.resolve("run/refresh.jsonl"), warned::add));
    stages.of("20260101T000000Z-00000a");
  }

  @Test
  void everyStageIsALineOfTheTableAndOfTheLog() throws IOException {
    String file = directory.resolve("numbers").toUri().toString();
    stages.run(
        "write",
        stage -> {
          spark().range(1_000).write().parquet(file);
          stage.rows(1_000);
          return stage;
        });
    stages.run("read", stage -> spark().read().parquet(file).as("numbers").collectAsList());
    stages.table();

    List<JsonNode> lines = log();
    assertThat(lines)
        .extracting(line -> line.get("stage").asText())
        .containsExactly("write", "read", "all");
    assertThat(lines)
        .allSatisfy(
            line -> {
              assertThat(line.get("refresh").asText()).isEqualTo("20260101T000000Z-00000a");
              assertThat(line.get("failure").asText()).isEmpty();
              assertThat(line.get("seconds").asDouble()).isPositive();
              assertThat(line.get("heapBytes").asLong()).isPositive();
            });
    // Spark counts the files' bytes without their checksums, which are the only other files.
    long bytes = parquetBytes();
    assertThat(lines.get(0).get("rows").asLong()).isEqualTo(1_000);
    assertThat(lines.get(0).get("bytesWritten").asLong()).isEqualTo(bytes);
    assertThat(lines.get(1).get("bytesRead").asLong()).isPositive();
    assertThat(lines.get(1).get("bytesWritten").asLong()).isZero();
    assertThat(lines.get(2).get("bytesWritten").asLong()).isEqualTo(bytes);
    assertThat(told())
        .contains("[1] write")
        .contains("done, 1,000 rows in ")
        .containsPattern("  write +1,000 rows +[0-9.]+ s +[0-9.]+ s +[0-9.]+ MB")
        .containsPattern("  all +[0-9.]+ s")
        .containsPattern("heap: at most [0-9,.]+ MB of [0-9,.]+ MB");
  }

  @Test
  void aStageThatFailsIsInTheLogWithTheKindOfFailureAndNothingOfTheRows() throws IOException {
    assertThatThrownBy(
            () ->
                stages.run(
                    "read",
                    stage -> {
                      throw new BadDataException(
                          "application_train.csv, line 7: client 100002 is there twice");
                    }))
        .isInstanceOf(BadDataException.class);

    assertThat(log())
        .singleElement()
        .extracting(line -> line.get("failure").asText())
        .isEqualTo("BadDataException");
  }

  private List<JsonNode> log() throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(directory.resolve("run/refresh.jsonl"))) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }

  private long parquetBytes() throws IOException {
    long bytes = 0;
    try (var files = Files.list(directory.resolve("numbers"))) {
      for (Path file : files.filter(file -> file.toString().endsWith(".parquet")).toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }

  private String told() {
    return told.toString(StandardCharsets.UTF_8);
  }
}
