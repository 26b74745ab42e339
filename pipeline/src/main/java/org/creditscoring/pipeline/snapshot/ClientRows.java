package org.creditscoring.pipeline.snapshot;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.creditscoring.pipeline.scoring.ScoredClient;
import org.creditscoring.pipeline.table.RecordFileReader;

/** The clients of a snapshot, one after the other; the row group at hand is in memory. */
public final class ClientRows implements Closeable {
  private final Path snapshot;
  private final Iterator<String> parts;
  private Optional<RecordFileReader<ScoredClient>> open = Optional.empty();
  private String part = "";
  private long row;

  ClientRows(Path snapshot, List<String> parts) {
    this.snapshot = snapshot;
    this.parts = parts.iterator();
  }

  /**
   * The next client; empty after the last.
   *
   * @throws org.creditscoring.pipeline.run.BadDataException naming the file that cannot be read
   */
  public Optional<ScoredClient> next() {
    try {
      while (true) {
        if (open.isPresent()) {
          Optional<ScoredClient> client = open.get().next();
          if (client.isPresent()) {
            row++;
            return client;
          }
          close();
        }
        if (!parts.hasNext()) {
          return Optional.empty();
        }
        part = parts.next();
        row = 0;
        open = Optional.of(RecordFileReader.open(snapshot.resolve(part), ScoredClient.class));
      }
    } catch (IOException e) {
      throw PublishedSnapshot.unreadable(row == 0 ? part : part + " after row " + row, e);
    }
  }

  /** The file of the client that was read last. */
  public String part() {
    return part;
  }

  /** That client's row in the file, from 1. */
  public long row() {
    return row;
  }

  @Override
  public void close() throws IOException {
    if (open.isPresent()) {
      open.get().close();
      open = Optional.empty();
    }
  }
}
