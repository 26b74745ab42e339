package org.creditscoring.model.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The other side is a process of its own: within one the JVM would refuse the second lock even
 * after the operating system had let go of the first.
 */
class SnapshotLockTest {
  @TempDir Path snapshot;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(snapshot.resolve("manifest.json"), "text");
  }

  @Test
  void whatIsReadIsNotRemovedUntilTheLastReaderHasClosed() throws Exception {
    SnapshotLock first = SnapshotLock.shared(snapshot);
    SnapshotLock second = SnapshotLock.shared(snapshot);
    assertThat(first.defect()).isEmpty();
    assertThat(elsewhere("exclusive")).isEqualTo("refused");

    first.close();
    assertThat(elsewhere("exclusive")).isEqualTo("refused");
    assertThat(SnapshotLock.exclusive(snapshot)).isEmpty();

    second.close();
    assertThat(elsewhere("exclusive")).isEqualTo("taken");
  }

  /** Closing another channel on the file would let go of the lock. */
  @Test
  void readingTheManifestAgainAndTryingToRemoveItHereKeepTheLock() throws Exception {
    try (SnapshotLock lock = SnapshotLock.shared(snapshot)) {
      assertThat(SnapshotLock.manifest(snapshot)).isEqualTo("text");
      assertThat(SnapshotLock.exclusive(snapshot)).isEmpty();
      assertThat(elsewhere("exclusive")).isEqualTo("refused");
      assertThat(lock.defect()).isEmpty();
    }
  }

  @Test
  void severalProcessesReadAtOnce() throws Exception {
    try (SnapshotLock lock = SnapshotLock.shared(snapshot)) {
      assertThat(elsewhere("shared")).isEqualTo("taken");
      assertThat(lock.defect()).isEmpty();
    }
  }

  @Test
  void whatIsBeingRemovedIsNotThereForReaders() throws Exception {
    try (Closeable removing = SnapshotLock.exclusive(snapshot).orElseThrow()) {
      assertThat(elsewhere("shared")).isEqualTo("refused");
      assertThatThrownBy(() -> SnapshotLock.shared(snapshot))
          .isInstanceOf(NoSuchFileException.class)
          .hasMessageContaining("being removed");
      assertThat(removing).isNotNull();
    }
    SnapshotLock.shared(snapshot).close();
  }

  @Test
  void nobodyReadsWhatHasNoManifest() throws IOException {
    Files.delete(snapshot.resolve("manifest.json"));

    assertThatThrownBy(() -> SnapshotLock.shared(snapshot)).isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> SnapshotLock.manifest(snapshot))
        .isInstanceOf(NoSuchFileException.class);
    assertThat(SnapshotLock.exclusive(snapshot)).isPresent();
  }

  /** What another process is told that asks for the lock. */
  private String elsewhere(String kind) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Elsewhere.class.getName(),
                kind,
                snapshot.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes()).strip();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return said;
  }

  /** The other process. */
  static final class Elsewhere {
    public static void main(String[] arguments) throws IOException {
      Path snapshot = Path.of(arguments[1]);
      boolean taken;
      if (arguments[0].equals("exclusive")) {
        taken = SnapshotLock.exclusive(snapshot).isPresent();
      } else {
        try {
          taken = SnapshotLock.shared(snapshot).defect().isEmpty();
        } catch (NoSuchFileException e) {
          taken = false;
        }
      }
      System.out.println(taken ? "taken" : "refused");
    }
  }
}
