package org.creditscoring.pipeline.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NextIdTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir Path directory;

  @Test
  void itIsTheClocksSecondWhereNothingIsLater() throws IOException {
    Files.createDirectory(directory.resolve("20261122T115959Z-ffffff"));
    Files.createDirectory(directory.resolve("evaluations"));

    assertThat(NextId.in(directory, NOON, () -> 10)).isEqualTo("20261122T120000Z-00000a");
    assertThat(NextId.in(directory.resolve("none"), NOON, () -> 10))
        .isEqualTo("20261122T120000Z-00000a");
  }

  @Test
  void itIsTheSecondAfterTheLatestWhereTheClockIsBehind() throws IOException {
    Files.createDirectory(directory.resolve("20261122T120000Z-ffffff"));
    assertThat(NextId.in(directory, NOON, () -> 10)).isEqualTo("20261122T120001Z-00000a");

    Files.createDirectory(directory.resolve("20301231T235959Z-000000"));
    assertThat(NextId.in(directory, NOON, () -> 10)).isEqualTo("20310101T000000Z-00000a");
  }

  @Test
  void whatIsStagedOrHeldThereCountsAndWhatIsNoDateDoesNot() throws IOException {
    Files.createDirectory(directory.resolve(".staging-20261122T130000Z-000000"));
    assertThat(NextId.in(directory, NOON, () -> 10)).isEqualTo("20261122T130001Z-00000a");

    Files.createDirectory(directory.resolve(".held-20261122T140000Z-000000"));
    Files.createDirectory(directory.resolve("99999999T999999Z-000000"));
    assertThat(NextId.in(directory, NOON, () -> 10)).isEqualTo("20261122T140001Z-00000a");
  }
}
