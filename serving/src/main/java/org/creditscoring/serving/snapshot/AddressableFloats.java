package org.creditscoring.serving.snapshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.internal.column.columnindex.OffsetIndex;

/**
 * Reads a row's vector by one positional read. In an uncompressed PLAIN column without nulls and of
 * one list length, the values of a data page are its last bytes, so footer and OffsetIndex give the
 * byte offset of each row.
 */
final class AddressableFloats implements RowFloats {
  private static final int USUAL_BYTES = 2_048;

  /**
   * The system reads into memory outside of the heap; into an array the bytes would be copied once
   * more.
   */
  private static final ThreadLocal<ByteBuffer> OF_THREAD =
      ThreadLocal.withInitial(
          () -> ByteBuffer.allocateDirect(USUAL_BYTES).order(ByteOrder.LITTLE_ENDIAN));

  private final PositionalFile file;
  private final int length;
  private final int[] firstRow;
  private final long[] firstByte;

  private AddressableFloats(PositionalFile file, int length, int[] firstRow, long[] firstByte) {
    this.file = file;
    this.length = length;
    this.firstRow = firstRow;
    this.firstByte = firstByte;
  }

  /**
   * @param file read from and closed by this
   * @param length of every list, as {@link Chunks#requireLists} has found it
   * @throws NotAddressableException saying why the column cannot be read so
   */
  static AddressableFloats of(
      ParquetFile parquet, PositionalFile file, ColumnDescriptor column, int length)
      throws IOException, NotAddressableException {
    List<BlockMetaData> groups = parquet.rowGroups();
    Pages pages = new Pages();
    int rowsBefore = 0;
    try (ParquetFileReader reader = parquet.reader(parquet.schema())) {
      for (BlockMetaData group : groups) {
        ColumnChunkMetaData chunk = Chunks.of(group, column);
        check(chunk);
        OffsetIndex index = reader.readOffsetIndex(chunk);
        if (index == null) {
          throw new NotAddressableException("has no OffsetIndex");
        }
        pages.add(index, group.getRowCount(), rowsBefore, (long) length * Float.BYTES);
        rowsBefore += Math.toIntExact(group.getRowCount());
      }
    }
    return new AddressableFloats(file, length, pages.rows(), pages.bytes());
  }

  /** The rows at which a data page begins, rising. */
  int[] pageStarts() {
    return firstRow.clone();
  }

  @Override
  public float[] read(int row) throws IOException {
    int page = Arrays.binarySearch(firstRow, row);
    if (page < 0) {
      page = -page - 2;
    }
    int stride = length * Float.BYTES;
    ByteBuffer buffer = ofThread(stride);
    file.read(buffer, firstByte[page] + (long) (row - firstRow[page]) * stride);
    float[] floats = new float[length];
    buffer.flip().asFloatBuffer().get(floats);
    return floats;
  }

  /** Empty, with a limit of so many bytes, in the order of Parquet. */
  private static ByteBuffer ofThread(int bytes) {
    ByteBuffer buffer = OF_THREAD.get();
    if (buffer.capacity() < bytes) {
      buffer = ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
      OF_THREAD.set(buffer);
    }
    return buffer.clear().limit(bytes);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static void check(ColumnChunkMetaData chunk) throws NotAddressableException {
    if (chunk.getCodec() != CompressionCodecName.UNCOMPRESSED) {
      throw new NotAddressableException("is compressed with " + chunk.getCodec());
    }
    if (!Chunks.plain(chunk)) {
      throw new NotAddressableException("is encoded as " + chunk.getEncodings());
    }
  }

  /** The first row and the first byte of values of each data page. */
  private static final class Pages {
    private int[] rows = new int[16];
    private long[] bytes = new long[16];
    private int size;

    void add(OffsetIndex index, long rowCount, int rowsBefore, long stride)
        throws NotAddressableException {
      for (int page = 0; page < index.getPageCount(); page++) {
        long first = index.getFirstRowIndex(page);
        long count = index.getLastRowIndex(page, rowCount) - first + 1;
        long start = index.getOffset(page) + index.getCompressedPageSize(page) - count * stride;
        if (start <= index.getOffset(page)) {
          throw new NotAddressableException("has a page that is smaller than its rows");
        }
        if (size == rows.length) {
          rows = Arrays.copyOf(rows, 2 * size);
          bytes = Arrays.copyOf(bytes, 2 * size);
        }
        rows[size] = rowsBefore + Math.toIntExact(first);
        bytes[size++] = start;
      }
    }

    int[] rows() {
      return Arrays.copyOf(rows, size);
    }

    long[] bytes() {
      return Arrays.copyOf(bytes, size);
    }
  }
}
