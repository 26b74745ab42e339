package org.creditscoring.pipeline.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.creditscoring.model.snapshot.SnapshotId;

/**
 * The id of what is made next in a directory of snapshots or models. Ids are read as an order, the
 * latest being the newest; so one that is made while the clock is behind, because it was set back
 * or once ran ahead, takes the second after the latest that is there.
 */
public final class NextId {
  private NextId() {}

  /**
   * @param directory need not exist; ids in the names of what is only staged there count too
   * @param now by the clock
   * @return later in order than every id that is there
   */
  public static String in(Path directory, Instant now, IntSupplier salts) throws IOException {
    Instant made =
        seconds(directory).stream()
            .max(Instant::compareTo)
            .map(latest -> latest.plusSeconds(1))
            .filter(after -> after.isAfter(now))
            .orElse(now);
    return SnapshotId.of(made, salts.getAsInt());
  }

  private static List<Instant> seconds(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .map(entry -> SnapshotId.atEnd(entry.getFileName().toString()))
          .flatMap(Optional::stream)
          .map(SnapshotId::made)
          .flatMap(Optional::stream)
          .toList();
    }
  }
}
