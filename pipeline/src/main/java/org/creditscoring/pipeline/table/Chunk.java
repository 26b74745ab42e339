package org.creditscoring.pipeline.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.apache.parquet.hadoop.CodecFactory.BytesCompressor;
import org.apache.parquet.hadoop.ParquetFileWriter;

/**
 * The cells of one column that a {@link ColumnFile} holds before it writes them: which are known,
 * and, in the subclasses, what they are. Written as one data page, with a dictionary before it
 * where there are few different ones.
 */
abstract class Chunk {
  private final ColumnDescriptor column;

  /** A bit for each row, the first the least of its byte, as Parquet packs them. */
  private final byte[] known = new byte[ColumnFile.ROWS / Byte.SIZE];

  private int count;

  Chunk(ColumnDescriptor column) {
    this.column = column;
  }

  ColumnDescriptor column() {
    return column;
  }

  /** How many cells are known. */
  int count() {
    return count;
  }

  /** To be called for each known cell, in the order of the rows. */
  void known(int row) {
    known[row >> 3] |= (byte) (1 << (row & 7));
    count++;
  }

  void clear() {
    Arrays.fill(known, (byte) 0);
    count = 0;
  }

  abstract void write(int rows, ParquetFileWriter out, BytesCompressor compressor)
      throws IOException;

  /**
   * Writes the data page.
   *
   * @param values the known ones
   */
  // Without rows a page gets no index: one would want its least and greatest value.
  @SuppressWarnings("deprecation")
  void page(
      int rows,
      Encoding encoding,
      BytesInput values,
      ParquetFileWriter out,
      BytesCompressor compressor)
      throws IOException {
    BytesInput levels = BytesInput.from(levels(rows));
    BytesInput page = BytesInput.concat(BytesInput.fromInt((int) levels.size()), levels, values);
    Statistics<?> statistics =
        Statistics.getBuilderForReading(column.getPrimitiveType())
            .withNumNulls(rows - count)
            .build();
    out.writeDataPage(
        rows,
        (int) page.size(),
        compressor.compress(page),
        statistics,
        Encoding.RLE,
        Encoding.RLE,
        encoding);
  }

  /** Writes a dictionary, then a data page of places in it. */
  void pages(
      int rows,
      BytesInput dictionary,
      int entries,
      int[] places,
      ParquetFileWriter out,
      BytesCompressor compressor)
      throws IOException {
    out.writeDictionaryPage(
        new DictionaryPage(
            compressor.compress(dictionary),
            (int) dictionary.size(),
            entries,
            Encoding.PLAIN_DICTIONARY));
    int width = BytesUtils.getWidthFromMaxInt(entries - 1);
    RunLengthBitPackingHybridEncoder packed =
        new RunLengthBitPackingHybridEncoder(
            width, 1 << 10, 1 << 20, HeapByteBufferAllocator.getInstance());
    for (int i = 0; i < count; i++) {
      packed.writeInt(places[i]);
    }
    page(
        rows,
        Encoding.PLAIN_DICTIONARY,
        BytesInput.concat(BytesInput.from(new byte[] {(byte) width}), packed.toBytes()),
        out,
        compressor);
    packed.close();
  }

  /** Which rows are known, in Parquet's run-length and bit-packed hybrid of one bit a row. */
  private byte[] levels(int rows) throws IOException {
    ByteArrayOutputStream levels = new ByteArrayOutputStream();
    if (count == 0 || count == rows) {
      BytesUtils.writeUnsignedVarInt(rows << 1, levels);
      levels.write(count == 0 ? 0 : 1);
    } else {
      int bytes = (rows + Byte.SIZE - 1) / Byte.SIZE;
      BytesUtils.writeUnsignedVarInt(bytes << 1 | 1, levels);
      levels.write(known, 0, bytes);
    }
    return levels.toByteArray();
  }
}
