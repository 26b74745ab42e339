package org.creditscoring.serving.snapshot;

import java.util.Arrays;
import java.util.Set;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;

/** What footers say of the chunks of columns. */
final class Chunks {
  /** Encodings of repetition and definition levels, which say nothing of the values. */
  private static final Set<String> LEVELS = Set.of("RLE", "BIT_PACKED");

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

  /** Whether the values of every page are encoded as PLAIN. */
  static boolean plain(ColumnChunkMetaData chunk) {
    return !chunk.hasDictionaryPage()
        && chunk.getEncodings().contains(Encoding.PLAIN)
        && chunk.getEncodings().stream()
            .allMatch(encoding -> encoding == Encoding.PLAIN || LEVELS.contains(encoding.name()));
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
