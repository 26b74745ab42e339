package org.creditscoring.pipeline.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.pipeline.file.Durable;

/**
 * The record of every change of {@code CURRENT}: one JSON line each, only ever appended to. Whoever
 * writes holds the directory's lock.
 */
public final class Publications {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;

  public Publications(Path snapshots) {
    file = snapshots.resolve(Layout.PUBLICATIONS);
  }

  /** What changed {@code CURRENT}. */
  public enum By {
    REFRESH,
    PUBLISH,
    ROLLBACK
  }

  private record Line(String at, String snapshotId, String by, String user, String because) {}

  /**
   * Records that {@code CURRENT} names a snapshot now.
   *
   * @param because in the words of the person who did it; empty for none
   */
  public void add(Instant at, String snapshotId, By by, String because) throws IOException {
    String line =
        line(
            new Line(
                at.truncatedTo(ChronoUnit.SECONDS).toString(),
                snapshotId,
                by.name().toLowerCase(Locale.ROOT),
                System.getProperty("user.name", ""),
                because));
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      Durable.append(channel, line);
      channel.force(true);
    }
  }

  private static String line(Line line) {
    try {
      return JSON.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("five texts are always JSON", e);
    }
  }
}
