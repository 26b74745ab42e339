package org.creditscoring.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DiskTest {
  @TempDir Path directory;

  static List<Throwable> refusals() {
    return List.of(
        new UncheckedIOException(new IOException("No space left on device")),
        new IllegalStateException(
            new FileSystemException("/x/part-0", null, "Read-only file system")),
        new FileNotFoundException("/x/blockmgr-1/0f (Disk quota exceeded)"),
        new AccessDeniedException("/x"),
        // As Spark tells what happened in a task.
        new SparkException(
            "Job aborted due to stage failure: Task 0 in stage 3.0 failed 1 times\n"
                + "java.io.IOException: No space left on device\n\tat java.base/java.io",
            null));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void aDiskThatRefusesIsToBlame(Throwable failure) {
    assertThatThrownBy(() -> Disk.blame(failure, List.of(directory)))
        .isInstanceOf(BadDataException.class)
        .hasMessageStartingWith("a disk does not allow it: ")
        .hasMessageMatching("(?s).*Room left: [0-9,]+\\.[0-9] MB in .*")
        .hasMessageContaining(directory.toString())
        .hasCause(failure);
  }

  @Test
  void theWordsOfTheSystemAreTold() {
    assertThatThrownBy(() -> Disk.blame(refusals().get(4), List.of(directory.resolve("not/yet"))))
        .hasMessageContaining("java.io.IOException: No space left on device. Room left: ")
        .hasMessageContaining(directory.resolve("not/yet").toString());
  }

  @Test
  void whatIsNoDisksFaultStaysWhatItIs() {
    Disk.blame(new IllegalStateException("lost"), List.of(directory));
    Disk.blame(new BadDataException("No space left on device"), List.of(directory));
  }

  /** The words looked for are those that this system says. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskSaysSo() {
    assertThatThrownBy(
            () -> {
              try (OutputStream full = Files.newOutputStream(Path.of("/dev/full"))) {
                full.write(1);
              } catch (IOException e) {
                Disk.blame(e, List.of());
                throw e;
              }
            })
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("No space left on device");
    assertThat(Path.of("/dev/full")).exists();
  }
}
