package org.creditscoring.serving.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.io.LocalInputFile;

/** The ordinary way to a row of a Parquet file: parquet-java, asked for the row with this id. */
final class FilteredLookUp {
  private static final int IDS_PER_PART = 65_536;

  private final Path clients;

  FilteredLookUp(Path clients) {
    this.clients = clients;
  }

  Group find(int id) throws IOException {
    Path part = clients.resolve("part-%05d.parquet".formatted(id / IDS_PER_PART));
    try (ParquetReader<Group> reader =
        new GroupReader(new LocalInputFile(part))
            .withFilter(FilterCompat.get(FilterApi.eq(FilterApi.intColumn("id"), id)))
            .build()) {
      return reader.read();
    }
  }
}
