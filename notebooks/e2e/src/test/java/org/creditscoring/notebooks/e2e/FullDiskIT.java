package org.creditscoring.notebooks.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A refresh whose disk is full, has no inodes left or cannot be written: it says so (exit code 3),
 * the service goes on, and once there is room the next refresh succeeds. The disk is a small one in
 * memory, mounted here; where that is not allowed the tests are skipped. Part of {@code mvn verify
 * -Pfault}.
 */
@EnabledIfSystemProperty(
    named = "fault.full",
    matches = "true",
    disabledReason = "mvn verify -Pfault")
class FullDiskIT {
  private static final int SIZES = Integer.getInteger("fault.sizes", 20);
  private static final long LARGE = 2L << 30;
  private static final int MANY_INODES = 1_000_000;
  private static final int BAD_DATA = 3;

  @TempDir static Path folder;
  private static Path disk;
  private static Nights nights;
  private static long need;

  @BeforeAll
  static void mountAndBegin() throws IOException, InterruptedException {
    disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        mount(
            "-t",
            "tmpfs",
            "-o",
            "size=" + LARGE + ",nr_inodes=" + MANY_INODES,
            "tmpfs",
            disk.toString()),
        "mounting is not allowed here: no disk can be made full");
    nights = Nights.begin(folder, disk);
    need = need();
  }

  @AfterAll
  static void unmount() throws IOException, InterruptedException {
    try {
      if (nights != null) {
        nights.close();
        assertThat(nights.reader().failures()).isEmpty();
        System.out.printf(
            "full disk: %d answers of the service meanwhile, from %d snapshots, none of them wrong%n",
            nights.reader().answers(), nights.verifyAllRead().size());
      }
    } finally {
      // Lazily: whatever may still be open there, nothing stays behind.
      new ProcessBuilder("umount", "-l", disk.toString()).start().waitFor();
    }
  }

  /** Most bytes that a refresh needs beside what lies there. */
  private static long need() throws IOException, InterruptedException {
    long before = used();
    long most = 0;
    Process refresh = nights.refresh("--retrain");
    while (!refresh.waitFor(10, TimeUnit.MILLISECONDS)) {
      most = Math.max(most, used() - before);
    }
    assertThat(refresh.exitValue()).as(nights.told()).isZero();
    return most;
  }

  @Test
  void atTwentySizes() throws IOException, InterruptedException {
    Map<String, Integer> ends = new TreeMap<>();
    for (int size = 0; size < SIZES; size++) {
      long room = Math.max(4096, need * size / (SIZES - 1));
      remount("size=" + (used() + room));
      ends.merge(refreshOnce(), 1, Integer::sum);
      remount("size=" + LARGE);
      nights.requireNextSucceeds();
    }
    System.out.printf(
        "full disk: %d sizes from 4 kB to %,d kB beside what lies there: %s%n",
        SIZES, need / 1000, ends);
    assertThat(ends.keySet()).contains("stopped");
  }

  @Test
  void withoutInodes() throws IOException, InterruptedException {
    for (int left : new int[] {0, 5, 20, 60}) {
      remount("nr_inodes=" + (inodes() + left));
      assertThat(refreshOnce()).isEqualTo("stopped");
      // Not unlimited, which the system would not limit again.
      remount("nr_inodes=" + MANY_INODES);
      nights.requireNextSucceeds();
    }
  }

  @Test
  void readOnly() throws IOException, InterruptedException {
    remount("ro");
    assertThat(refreshOnce()).isEqualTo("stopped");
    remount("rw");
    nights.requireNextSucceeds();
  }

  /** One refresh on what room there is. */
  private static String refreshOnce() throws IOException, InterruptedException {
    Path before = SnapshotHashes.current(nights.snapshots());
    Launcher.Ended ended = nights.end(nights.refresh("--retrain"));
    nights.verifyServed();
    if (ended.code() == 0) {
      return "published";
    }
    assertThat(ended.code()).as(ended.output()).isEqualTo(BAD_DATA);
    assertThat(ended.output()).contains("refresh stopped: ").contains(disk.toString());
    assertThat(SnapshotHashes.current(nights.snapshots())).isEqualTo(before);
    return "stopped";
  }

  private static long used() throws IOException {
    FileStore store = Files.getFileStore(disk);
    return store.getTotalSpace() - store.getUnallocatedSpace();
  }

  private static long inodes() throws IOException {
    try (var files = Files.walk(disk)) {
      return files.count();
    }
  }

  private static void remount(String options) throws IOException, InterruptedException {
    assertThat(mount("-o", "remount," + options, disk.toString())).as(options).isTrue();
  }

  private static boolean mount(String... arguments) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("mount").redirectErrorStream(true);
    builder.command().addAll(java.util.List.of(arguments));
    try {
      Process process = builder.start();
      process.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
