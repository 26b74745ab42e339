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

  /** Whether an OffsetIndex tells where the rows of the column's pages begin. */
  static boolean indexed(BlockMetaData group, ColumnDescriptor column) {
    return of(group, column).getOffsetIndexReference() != null;
  }

  /**
   * Holds the counts of the footer against lists of one length without nulls.
   *
   * @throws IllegalArgumentException if they do not agree
   */
  static void requireLists(ParquetFile file, ColumnDescriptor column, int length) {
    for (BlockMetaData group : file.rowGroups()) {
      ColumnChunkMetaData chunk = of(group, column);
      long needed = group.getRowCount() * length;
      if (chunk.getValueCount() != needed) {
        throw new IllegalArgumentException(
            "its column %s has %d elements where %d lists of %d need %d"
                .formatted(
                    column.getPath()[0],
                    chunk.getValueCount(),
                    group.getRowCount(),
                    length,
                    needed));
      }
      if (chunk.getStatistics() != null && chunk.getStatistics().getNumNulls() > 0) {
        throw new IllegalArgumentException(
            "its column " + column.getPath()[0] + " holds nulls; a missing value is NaN");
      }
    }
  }
}
