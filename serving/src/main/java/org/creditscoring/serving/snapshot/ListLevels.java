package org.creditscoring.serving.snapshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridDecoder;

/**
 * Holds the levels of a column's pages, in turn, against lists of one length without nulls. A list
 * may go on in the next page. Pages of as many values that begin alike have the same levels to the
 * bit, so only the first of them is decoded.
 */
final class ListLevels {
  private final ColumnDescriptor column;
  private final int length;
  private Proven proven = new Proven(-1, 0, ByteBuffer.allocate(0), ByteBuffer.allocate(0));

  /** How many values of a list the pages so far have left it at, 0 at its end. */
  private int place;

  /** Levels that are right for a page of so many values that begins at a place of a list. */
  private record Proven(int place, int count, ByteBuffer repetition, ByteBuffer definition) {}

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
    Proven asked = new Proven(place, page.count(), page.repetition(), page.definition());
    if (!asked.equals(proven)) {
      if (!fit(page)) {
        throw Columns.wrongList(column, length);
      }
      proven = asked;
    }
    place = (place + page.count()) % length;
  }

  private boolean fit(PlainPage page) {
    RunLengthBitPackingHybridDecoder repetition = decoder(page.repetition());
    RunLengthBitPackingHybridDecoder definition = decoder(page.definition());
    try {
      for (int i = 0; i < page.count(); i++) {
        if (repetition.readInt() != ((place + i) % length == 0 ? 0 : 1)
            || definition.readInt() != column.getMaxDefinitionLevel()) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      throw new IllegalArgumentException("a page ends within its levels", e);
    }
  }

  /** Of a column whose levels are 0 and 1. */
  private static RunLengthBitPackingHybridDecoder decoder(ByteBuffer levels) {
    return new RunLengthBitPackingHybridDecoder(1, ByteBufferInputStream.wrap(levels.duplicate()));
  }
}
