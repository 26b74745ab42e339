package org.creditscoring.pipeline.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.creditscoring.pipeline.run.BadDataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {
  private static final int KILLED_BY_SIGTERM = 128 + 15;
  private static final int KILLED_BY_SIGKILL = 128 + 9;

  @TempDir Path root;

  @Test
  void itGoesWithTheRunAndOnlyItsOwnerMayReadIt() throws IOException {
    Path path;
    try (Scratch scratch = Scratch.in(root.resolve("made"))) {
      path = scratch.path();
      Files.createDirectories(path.resolve("deep/er"));
      Files.writeString(path.resolve("deep/er/file"), "x");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rwx------");
    }
    assertThat(path).doesNotExist();
  }

  @Test
  void twoOfOneProcessDoNotSweepEachOther() throws IOException {
    try (Scratch first = Scratch.in(root);
        Scratch second = Scratch.in(root)) {
      assertThat(first.path()).exists().isNotEqualTo(second.path());
      // The first one's lock must still hold against other processes.
      assertThat(sweptByAnother()).isZero();
      assertThat(first.path()).exists();
      assertThat(second.path()).exists();
    }
    assertThat(scratches()).isEmpty();
  }

  @Test
  void whatAKilledRunLeftIsRemovedByTheNext() throws IOException, InterruptedException {
    Process killed = start("wait");
    assertThat(killed.getInputStream().read()).isEqualTo('.');
    assertThat(scratches()).hasSize(1);
    assertThat(sweptByAnother()).as("while it lives").isZero();
    assertThat(scratches()).hasSize(1);

    killed.destroyForcibly();
    assertThat(killed.waitFor()).isEqualTo(KILLED_BY_SIGKILL);
    assertThat(scratches()).hasSize(1);

    try (Scratch next = Scratch.in(root)) {
      assertThat(scratches()).containsExactly(next.path());
    }
  }

  @Test
  void itGoesWhenASignalEndsTheRun() throws IOException, InterruptedException {
    Process ended = start("wait");
    assertThat(ended.getInputStream().read()).isEqualTo('.');

    ended.destroy();

    assertThat(ended.waitFor()).isEqualTo(KILLED_BY_SIGTERM);
    assertThat(scratches()).isEmpty();
  }

  @Test
  void aDirectoryThatIsLockedHereIsLockedForOthersHoweverOftenItIsAskedFor()
      throws IOException, InterruptedException {
    try (DirectoryLock lock = DirectoryLock.take(root)) {
      assertThat(DirectoryLock.takeIfFree(root)).isEmpty();
      assertThatThrownBy(() -> DirectoryLock.take(root)).isInstanceOf(BadDataException.class);

      Process other = start("lock");
      assertThat(other.waitFor()).as("another process takes it").isEqualTo(7);
    }
    assertThat(start("lock").waitFor()).as("once it is free").isZero();
  }

  private int sweptByAnother() throws IOException {
    List<Path> before = scratches();
    try {
      assertThat(start("make").waitFor()).isZero();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return before.size() - scratches().size();
  }

  private List<Path> scratches() throws IOException {
    try (Stream<Path> entries = Files.list(root)) {
      return entries
          .filter(Files::isDirectory)
          .filter(entry -> entry.getFileName().toString().startsWith(".scratch-"))
          .toList();
    }
  }

  private Process start(String what) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Run.class.getName(),
            root.toString(),
            what)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Another process. */
  static final class Run {
    public static void main(String[] args) throws IOException, InterruptedException {
      Path root = Path.of(args[0]);
      if (args[1].equals("lock")) {
        System.exit(DirectoryLock.takeIfFree(root).isPresent() ? 0 : 7);
      }
      Scratch scratch = Scratch.in(root);
      Files.writeString(scratch.path().resolve("file"), "x");
      if (args[1].equals("wait")) {
        System.out.write('.');
        System.out.flush();
        Thread.sleep(60_000);
      }
      scratch.close();
    }
  }
}
