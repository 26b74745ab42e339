package org.creditscoring.pipeline.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.executor.OutputMetrics;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.pipeline.scoring.ScoredClient;
import org.creditscoring.pipeline.table.AddressableFile;

/** Writes the clients of a task, one file for each range of ids, under names of its attempt. */
final class PartWriter {
  private static final int NONE = -1;

  private final Path directory;
  private final List<WrittenPart> parts = new ArrayList<>();
  private final OutputMetrics metrics = TaskContext.get().taskMetrics().outputMetrics();

  PartWriter(Path directory) {
    this.directory = directory;
  }

  /**
   * @param clients by rising id
   * @throws IllegalStateException naming a client that does not follow the one before
   */
  List<WrittenPart> write(Iterator<ScoredClient> clients) throws IOException {
    // Where workers do not share the directory, its absence is told by who looks for the files.
    Files.createDirectories(directory);
    ScoredClient next = clients.hasNext() ? clients.next() : null;
    while (next != null) {
      next = write(next, clients);
    }
    return parts;
  }

  /**
   * Writes the part that a client begins.
   *
   * @return the first client of the next part; null if there is none
   */
  private ScoredClient write(ScoredClient first, Iterator<ScoredClient> others) throws IOException {
    int part = part(first);
    String name = part + "-" + TaskContext.get().taskAttemptId() + ".parquet";
    long rows = metrics.recordsWritten();
    try (AddressableFile<ScoredClient> out =
        new AddressableFile<>(directory.resolve(name), ScoredClient.class)) {
      ScoredClient client = first;
      int last = NONE;
      while (client != null && part(client) == part) {
        if (client.id() <= last) {
          throw new IllegalStateException("client " + client.id() + " follows " + last);
        }
        last = client.id();
        out.write(client);
        rows++;
        client = others.hasNext() ? others.next() : null;
      }
      metrics.setBytesWritten(metrics.bytesWritten() + out.finish());
      metrics.setRecordsWritten(rows);
      parts.add(new WrittenPart(part, name));
      return client;
    }
  }

  private static int part(ScoredClient client) {
    return client.id() / Layout.IDS_PER_PART;
  }
}
