package org.creditscoring.data.synthetic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.creditscoring.data.HomeCredit;
import org.creditscoring.data.Synthetic;
import org.creditscoring.data.Table;

/**
 * The directory of the raw tables. Files are written aside, into a directory within, and moved into
 * place when all are complete; the marker comes first, so that no synthetic row is ever unmarked.
 */
public final class RawDirectory {
  private final Path directory;
  private final Path aside;

  RawDirectory(Path directory) {
    this.directory = directory;
    this.aside = directory.resolve(".generating");
  }

  /** The files of raw tables, plain or compressed, that a directory holds. */
  public static List<Path> tables(Path directory) {
    return HomeCredit.all().stream().flatMap(table -> files(directory, table).stream()).toList();
  }

  /** The files of one raw table that a directory holds, the plain one first. */
  public static List<Path> files(Path directory, Table table) {
    return Stream.of(table.fileName(), table.fileName() + ".gz")
        .map(directory::resolve)
        .filter(Files::exists)
        .toList();
  }

  /** An empty directory aside; what a broken run left there is removed. */
  Path open() throws IOException {
    Files.createDirectories(directory);
    close();
    return Files.createDirectory(aside);
  }

  /** Replaces the tables by those written aside. */
  void publish(String marker) throws IOException {
    Files.writeString(directory.resolve(Synthetic.MARKER), marker);
    for (Path old : tables(directory)) {
      Files.delete(old);
    }
    try (Stream<Path> files = Files.list(aside)) {
      for (Path file : files.toList()) {
        Files.move(file, directory.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
      }
    }
    close();
  }

  /** Removes what was written aside. */
  void close() throws IOException {
    if (!Files.isDirectory(aside)) {
      return;
    }
    try (Stream<Path> files = Files.list(aside)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(aside);
  }
}
