package org.creditscoring.serving.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;

/**
 * A data page whose values are PLAIN, cut into what it is made of. All buffers are little-endian.
 *
 * @param count of values, nulls included
 * @param repetition levels, RLE; empty if the column has none, here and below
 * @param definition levels, RLE
 * @param values as they follow each other
 */
record PlainPage(int count, ByteBuffer repetition, ByteBuffer definition, ByteBuffer values) {

  /**
   * @param levels whether the column has repetition and definition levels, encoded as RLE
   * @throws IllegalArgumentException if it is encoded otherwise than so, or shorter than its levels
   */
  static PlainPage of(DataPage page, boolean levels) {
    return page.accept(
        new DataPage.Visitor<>() {
          @Override
          public PlainPage visit(DataPageV1 first) {
            requirePlain(first.getValueEncoding());
            ByteBuffer bytes = bytes(first.getBytes());
            ByteBuffer repetition = levels ? counted(bytes) : ByteBuffer.allocate(0);
            ByteBuffer definition = levels ? counted(bytes) : ByteBuffer.allocate(0);
            return new PlainPage(
                first.getValueCount(), repetition, definition, slice(bytes, bytes.remaining()));
          }

          @Override
          public PlainPage visit(DataPageV2 second) {
            requirePlain(second.getDataEncoding());
            return new PlainPage(
                second.getValueCount(),
                bytes(second.getRepetitionLevels()),
                bytes(second.getDefinitionLevels()),
                bytes(second.getData()));
          }
        });
  }

  private static void requirePlain(Encoding encoding) {
    if (encoding != Encoding.PLAIN) {
      throw new IllegalArgumentException(
          "a page is encoded as " + encoding + " where the footer says PLAIN");
    }
  }

  /** Levels of the first version of pages, which begin with the number of their bytes. */
  private static ByteBuffer counted(ByteBuffer bytes) {
    int length = bytes.remaining() < Integer.BYTES ? -1 : bytes.getInt();
    if (length < 0 || length > bytes.remaining()) {
      throw new IllegalArgumentException("a page ends within its levels");
    }
    return slice(bytes, length);
  }

  private static ByteBuffer slice(ByteBuffer bytes, int length) {
    ByteBuffer slice = bytes.slice(bytes.position(), length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(bytes.position() + length);
    return slice;
  }

  private static ByteBuffer bytes(BytesInput input) {
    try {
      ByteBufferInputStream in = input.toInputStream();
      return in.slice(in.available()).slice().order(ByteOrder.LITTLE_ENDIAN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
