package org.creditscoring.pipeline.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.pipeline.run.BadDataException;
import org.creditscoring.pipeline.run.RootCause;

/** Writes so that a crash leaves either the old or the new, never half of it. */
public final class Durable {
  /** Attempts at a directory to which somebody adds while it is emptied. */
  private static final int REMOVALS = 5;

  private Durable() {}

  /**
   * Makes a directory and its parents.
   *
   * @param meaning of the directory, for the message
   * @throws BadDataException if it cannot be made or not be written
   */
  public static void directory(Path directory, String meaning) {
    directory(directory, meaning, Files::createDirectories);
  }

  /**
   * The same, and only the owner may read what is made here.
   *
   * @throws BadDataException if it cannot be made or not be written
   */
  public static void ownDirectory(Path directory, String meaning) {
    directory(directory, meaning, Owner::directories);
  }

  @FunctionalInterface
  private interface Making {
    void of(Path directory) throws IOException;
  }

  private static void directory(Path directory, String meaning, Making making) {
    try {
      making.of(directory);
    } catch (IOException e) {
      throw new BadDataException(
          "the directory of " + meaning + " cannot be made: " + RootCause.of(e), e);
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
    Prepared prepared = prepare(file, text);
    prepared.move();
    prepared.force();
  }

  /** Writes what a small text file is to hold aside and forces it to disk. */
  public static Prepared prepare(Path file, String text) throws IOException {
    Path aside = file.resolveSibling("." + file.getFileName() + ".new");
    Files.write(aside, text.getBytes(StandardCharsets.UTF_8));
    forceOne(aside);
    return new Prepared(aside, file);
  }

  /** A text that is on disk and needs no more than its name. */
  public record Prepared(Path aside, Path file) {
    /** Gives it its name in place of what has it now. */
    public void move() throws IOException {
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Forces the change of names to disk. */
    public void force() throws IOException {
      forceOne(file.toAbsolutePath().getParent());
    }
  }

  /**
   * Appends a line to a file that is open for reading and writing; it stands by itself also after a
   * half one, of a process that was killed or a disk that was full.
   *
   * @param line without its end
   */
  public static void append(FileChannel channel, String line) throws IOException {
    long end = channel.size();
    ByteBuffer last = ByteBuffer.allocate(1);
    boolean cut = end > 0 && channel.read(last, end - 1) == 1 && last.get(0) != '\n';
    ByteBuffer bytes =
        ByteBuffer.wrap(((cut ? "\n" : "") + line + "\n").getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes, end + bytes.position());
    }
  }

  /** Removes a tree, if it is there, although somebody may still add to it or remove from it. */
  public static void remove(Path root) throws IOException {
    for (int attempt = 1; Files.exists(root, LinkOption.NOFOLLOW_LINKS); attempt++) {
      try {
        Files.walkFileTree(root, REMOVER);
      } catch (DirectoryNotEmptyException e) {
        if (attempt == REMOVALS) {
          throw e;
        }
      }
    }
  }

  private static final FileVisitor<Path> REMOVER =
      new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
            throws IOException {
          Files.deleteIfExists(file);
          return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
          if (failure instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
          }
          throw failure;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException failure)
            throws IOException {
          if (failure != null && !(failure instanceof NoSuchFileException)) {
            throw failure;
          }
          Files.deleteIfExists(directory);
          return FileVisitResult.CONTINUE;
        }
      };

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
