package org.creditscoring.pipeline.raw;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.creditscoring.data.Table;
import org.creditscoring.model.snapshot.SnapshotId;
import org.creditscoring.pipeline.file.Durable;
import org.creditscoring.pipeline.file.Owner;
import org.creditscoring.pipeline.run.InputSettings;
import org.creditscoring.pipeline.run.RootCause;

/**
 * Where the rows of one run that could not be read are kept for the person who can mend them: a
 * directory of the run's id, in it a file for each table, of one JSON document a line: {@code
 * file}, {@code line} (the header being line 1), {@code reason}, {@code row}. They are about
 * clients: only the owner may read them, and they go with age.
 */
public final class SetAside {
  /** Beside a table in the cache, for the runs that do not parse its file again. */
  static final String FILE = "set-aside.jsonl";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path directory;
  private final Consumer<String> warn;

  private SetAside(Path directory, Consumer<String> warn) {
    this.directory = directory;
    this.warn = warn;
  }

  /**
   * For one run; what older runs kept for longer than the settings say is removed.
   *
   * @param run its id, of the form of a {@link SnapshotId}
   * @param warn where it is told that rows cannot be kept: that stops no run
   */
  public static SetAside of(InputSettings settings, String run, Consumer<String> warn) {
    Path root = settings.setAside().toAbsolutePath();
    try {
      sweep(root, Instant.now().minus(Duration.ofDays(settings.setAsideDays())));
    } catch (IOException e) {
      warn.accept("old rows set aside cannot be removed: " + RootCause.of(e));
    }
    return new SetAside(root.resolve(run), warn);
  }

  /** Writes rows as they are kept. */
  static void write(Path file, List<BadRow> rows) throws IOException {
    Owner.file(file);
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardOpenOption.WRITE)) {
      for (BadRow row : rows) {
        out.write(line(row));
        out.write('\n');
      }
    }
  }

  /**
   * Keeps the rows of a table, or tells that this cannot be done.
   *
   * @param rows as {@link #write} wrote them
   */
  void keep(Table table, Path rows) {
    Path file = file(table);
    try {
      Owner.directories(directory);
      // Attributes come along: the rows were written for their owner alone.
      Files.copy(
          rows, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    } catch (IOException e) {
      warn.accept("the rows set aside cannot be kept in " + file + ": " + RootCause.of(e));
    }
  }

  /** Where this run keeps the rows of a table; empty if it keeps none. */
  Optional<Path> kept(Table table) {
    return Optional.of(file(table)).filter(Files::exists);
  }

  private Path file(Table table) {
    return directory.resolve(table.name() + ".jsonl");
  }

  private record Kept(String file, long line, String reason, String row) {}

  private static String line(BadRow row) {
    try {
      return MAPPER.writeValueAsString(new Kept(row.file(), row.line(), reason(row), row.row()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String reason(BadRow row) {
    return row.column().isEmpty() ? row.reason() : "column " + row.column() + ": " + row.reason();
  }

  private static void sweep(Path root, Instant before) throws IOException {
    if (!Files.isDirectory(root)) {
      return;
    }
    List<Path> runs;
    try (Stream<Path> entries = Files.list(root)) {
      // Whatever else somebody keeps here is not ours to remove.
      runs = entries.filter(entry -> SnapshotId.valid(entry.getFileName().toString())).toList();
    }
    for (Path run : runs) {
      if (Files.getLastModifiedTime(run).toInstant().isBefore(before)) {
        Durable.remove(run);
      }
    }
  }
}
