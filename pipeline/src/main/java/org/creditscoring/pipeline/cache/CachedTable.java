package org.creditscoring.pipeline.cache;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A table that is kept, and its rows as they stand in its files.
 *
 * @param place directory of the files
 */
public record CachedTable(Entry entry, Dataset<Row> rows, Path place) {
  /** A file that was kept with the rows; empty if there was none. */
  public Optional<Path> beside(String file) {
    return Optional.of(place.resolve(file)).filter(Files::exists);
  }
}
