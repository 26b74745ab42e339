package org.creditscoring.serving.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotDirectoryTest {
  @TempDir Path snapshots;

  @Test
  void readsTheIdWithOrWithoutItsLineFeed() throws IOException {
    Files.writeString(snapshots.resolve("CURRENT"), "20261122T193200Z-5f0c9a\n");
    assertThat(new SnapshotDirectory(snapshots).current()).isEqualTo("20261122T193200Z-5f0c9a");
    Files.writeString(snapshots.resolve("CURRENT"), "20261122T193200Z-5f0c9a");
    assertThat(new SnapshotDirectory(snapshots).current()).isEqualTo("20261122T193200Z-5f0c9a");
  }

  @Test
  void saysThatNothingWasPublished() {
    assertThatThrownBy(() -> new SnapshotDirectory(snapshots).current())
        .isInstanceOf(NothingToServeException.class)
        .hasMessage(
            "no snapshot is published in "
                + snapshots
                + "; './credit refresh' publishes a snapshot");
    Path absent = snapshots.resolve("absent");
    assertThatThrownBy(() -> new SnapshotDirectory(absent).current())
        .isInstanceOf(NothingToServeException.class)
        .hasMessage(
            "there is no snapshots directory "
                + absent
                + "; './credit refresh' publishes a snapshot");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "20261122T193200Z",
        "20261122T193200Z-5f0",
        "20261122T193200Z-5f0c9a\n\n",
        " 20261122T193200Z-5f0c9a",
        "../20261122T193200Z-5f0c9a",
        ".staging-20261122T193200Z-5f0c9a",
        "20261122T193200Z-5f0c9a\u0000"
      })
  void refusesWhatIsNoId(String content) throws IOException {
    Files.writeString(snapshots.resolve("CURRENT"), content);
    assertThatThrownBy(() -> new SnapshotDirectory(snapshots).current())
        .isInstanceOf(RefusedSnapshotException.class)
        .hasMessageContaining("CURRENT names no snapshot");
  }

  @Test
  void refusesWhatIsNoText() throws IOException {
    Files.write(snapshots.resolve("CURRENT"), new byte[] {(byte) 0xff, (byte) 0xfe});
    assertThatThrownBy(() -> new SnapshotDirectory(snapshots).current())
        .isInstanceOf(RefusedSnapshotException.class)
        .hasMessageContaining("it is not text");
    Files.write(snapshots.resolve("CURRENT"), new byte[10_000]);
    assertThatThrownBy(() -> new SnapshotDirectory(snapshots).current())
        .isInstanceOf(RefusedSnapshotException.class)
        .hasMessageContaining("too long");
  }
}
