package org.creditscoring.serving.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.creditscoring.model.decision.Decision;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.model.snapshot.Layout.Client;

/** One client's score, read from a snapshot that is not open: some milliseconds, no memory kept. */
public record StoredScore(float probability, int points, Decision decision) {
  private static final List<String> COLUMNS =
      List.of(Client.ID, Client.PROBABILITY, Client.POINTS, Client.DECISION);

  /**
   * @param snapshot its directory
   * @return empty when the snapshot has no such client
   * @throws RefusedSnapshotException if the client's part cannot be read
   */
  static Optional<StoredScore> read(Path snapshot, int clientId) {
    Path part = snapshot.resolve(Layout.part(clientId));
    if (!Files.exists(part)) {
      return Optional.empty();
    }
    try {
      ParquetFile file = ParquetFile.open(part);
      ClientSchema.check(file.schema());
      MessageType projection =
          new MessageType(
              file.schema().getName(),
              COLUMNS.stream().map(file.schema()::getType).toArray(Type[]::new));
      try (ParquetFileReader reader = file.reader(projection)) {
        for (PageReadStore pages; (pages = reader.readNextRowGroup()) != null; ) {
          Optional<StoredScore> found = find(file, projection, pages, clientId);
          if (found.isPresent()) {
            return found;
          }
        }
      }
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      throw RefusedSnapshotException.unreadable(part, e);
    }
  }

  private static Optional<StoredScore> find(
      ParquetFile file, MessageType projection, PageReadStore pages, int clientId) {
    ColumnReadStoreImpl store = Columns.of(pages, projection, file.createdBy());
    ColumnReader ids = column(store, projection, Client.ID);
    for (long row = 0; row < pages.getRowCount(); row++) {
      if (ids.getInteger() == clientId) {
        return Optional.of(
            new StoredScore(
                at(row, column(store, projection, Client.PROBABILITY)).getFloat(),
                at(row, column(store, projection, Client.POINTS)).getInteger(),
                Decision.valueOf(
                    at(row, column(store, projection, Client.DECISION))
                        .getBinary()
                        .toStringUsingUTF8())));
      }
      ids.consume();
    }
    return Optional.empty();
  }

  private static ColumnReader column(
      ColumnReadStoreImpl store, MessageType projection, String name) {
    return store.getColumnReader(projection.getColumnDescription(new String[] {name}));
  }

  private static ColumnReader at(long row, ColumnReader column) {
    Columns.skip(column, row, 1);
    return column;
  }
}
