package org.creditscoring.serving.snapshot;

import java.util.Arrays;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;

/** Finds a column's chunk in a row group. */
final class Chunks {
  private Chunks() {}

  static ColumnChunkMetaData of(BlockMetaData group, ColumnDescriptor column) {
    return group.getColumns().stream()
        .filter(chunk -> Arrays.equals(chunk.getPath().toArray(), column.getPath()))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("a row group lacks " + column.getPath()[0]));
  }
}
