package org.creditscoring.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class StageLogTest {
  @TempDir Path directory;
  private final List<String> warned = new ArrayList<>();
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();

  /** {@code /dev/full} is a disk on which there is never any room. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aLogOnAFullDiskIsToldOnceAndStopsNobody() throws IOException {
    Path log = Files.createSymbolicLink(directory.resolve("log"), Path.of("/dev/full"));

    runTwoStages(new StageLog(log, warned::add));

    assertThat(warned)
        .containsExactly(
            "warning: the log "
                + log
                + " cannot be written (IOException: No space left on device); the run goes on without it");
    assertThat(told.toString(StandardCharsets.UTF_8))
        .contains("[1] one")
        .contains("[2] two")
        .contains("heap: at most");
  }

  @Test
  void aLogWhoseDirectoryCannotBeMadeStopsNobody() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));

    runTwoStages(new StageLog(file.resolve("log"), warned::add));

    assertThat(warned).singleElement().asString().contains(file + "/log cannot be written");
  }

  @Test
  void aHalfLineThatAKilledRunLeftDoesNotSpoilTheNext() throws IOException {
    Path log = Files.writeString(directory.resolve("log"), "{\"stage\":\"ki");

    runTwoStages(new StageLog(log, warned::add));

    List<String> lines = Files.readAllLines(log);
    assertThat(lines.get(0)).isEqualTo("{\"stage\":\"ki");
    assertThat(lines.subList(1, lines.size()))
        .extracting(line -> new ObjectMapper().readTree(line).get("stage").asText())
        .containsExactly("one", "two", "all");
    assertThat(warned).isEmpty();
  }

  private void runTwoStages(StageLog log) {
    Stages stages = new Stages(new PrintStream(told, true, StandardCharsets.UTF_8), log);
    stages.run("one", stage -> stage);
    stages.run("two", stage -> stage);
    stages.table();
  }
}
