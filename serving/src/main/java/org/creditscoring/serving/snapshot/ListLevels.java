package org.creditscoring.serving.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridDecoder;

/**
 * Holds the levels of pages against lists of one length without nulls. Pages of as many lists have
 * the same levels to the bit, so only the first of them is decoded.
 */
final class ListLevels {
  private final ColumnDescriptor column;
  private final int length;
  private PlainPage known;

  /**
   * @param column of lists of one level
   * @param length of every list
   */
  ListLevels(ColumnDescriptor column, int length) {
    this.column = column;
    this.length = length;
  }

  /**
   * @throws IllegalArgumentException if a list has another length or holds a null
   */
  void require(PlainPage page) {
    if (known != null
        && known.count() == page.count()
        && known.repetition().equals(page.repetition())
        && known.definition().equals(page.definition())) {
      return;
    }
    if (page.count() % length != 0 || !levelsFit(page)) {
      throw Columns.wrongList(column, length);
    }
    known = page;
  }

  private boolean levelsFit(PlainPage page) {
    RunLengthBitPackingHybridDecoder repetition = decoder(page.repetition());
    RunLengthBitPackingHybridDecoder definition = decoder(page.definition());
    try {
      for (int i = 0; i < page.count(); i++) {
        if (repetition.readInt() != (i % length == 0 ? 0 : 1)
            || definition.readInt() != column.getMaxDefinitionLevel()) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of a column whose levels are 0 and 1. */
  private static RunLengthBitPackingHybridDecoder decoder(ByteBuffer levels) {
    return new RunLengthBitPackingHybridDecoder(1, ByteBufferInputStream.wrap(levels.duplicate()));
  }
}
