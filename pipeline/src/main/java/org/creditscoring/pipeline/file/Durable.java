package org.creditscoring.pipeline.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.pipeline.run.BadDataException;

/** Writes so that a crash leaves either the old or the new, never half of it. */
public final class Durable {
  private Durable() {}

  /**
   * Makes a directory and its parents.
   *
   * @param meaning of the directory, for the message
   * @throws BadDataException if it cannot be made or not be written
   */
  public static void directory(Path directory, String meaning) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new BadDataException(
          "the directory of " + meaning + " cannot be made: " + e.getMessage(), e);
    }
    if (!Files.isWritable(directory)) {
      throw new BadDataException(
          "no right to write the directory of " + meaning + ": " + directory.toAbsolutePath());
    }
  }

  /** Forces every file and directory of a tree to disk. */
  public static void force(Path root) throws IOException {
    for (Path path : tree(root)) {
      forceOne(path);
    }
  }

  /** Renames within one file system; after this the new name survives a crash. */
  public static void rename(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw new IOException(
          from + " and " + to + " must lie on one file system that renames atomically", e);
    }
    forceOne(to.toAbsolutePath().getParent());
  }

  /** Replaces a small text file at once. */
  public static void replace(Path file, String text) throws IOException {
    Path aside = file.resolveSibling("." + file.getFileName() + ".new");
    Files.write(aside, text.getBytes(StandardCharsets.UTF_8));
    forceOne(aside);
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceOne(file.toAbsolutePath().getParent());
  }

  /** Removes a tree, if it is there. */
  public static void remove(Path root) throws IOException {
    if (Files.exists(root)) {
      for (Path path : tree(root).stream().sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** Removes what dead refreshes left half written in a directory. The caller holds its lock. */
  public static void removeStaging(Path root) throws IOException {
    List<Path> left;
    try (Stream<Path> entries = Files.list(root)) {
      left =
          entries
              .filter(entry -> entry.getFileName().toString().startsWith(Layout.STAGING_PREFIX))
              .toList();
    }
    for (Path one : left) {
      remove(one);
    }
  }

  private static List<Path> tree(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths.toList();
    }
  }

  private static void forceOne(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
