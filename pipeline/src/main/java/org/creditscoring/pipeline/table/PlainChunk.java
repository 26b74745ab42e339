package org.creditscoring.pipeline.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.statistics.FloatStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.io.api.Binary;

/** The cells of one column that an {@link AddressableFile} holds before it writes them. */
final class PlainChunk {
  /** Bytes of a page at most, unless a row has more. */
  private static final int PAGE = 1 << 20;

  /** Rows of a page at most, as Parquet's own writer has it. */
  private static final int PAGE_ROWS = 20_000;

  private static final int UNKNOWN = -1;

  private final ColumnDescriptor column;
  private ByteBuffer cells = ByteBuffer.allocate(1 << 12).order(ByteOrder.LITTLE_ENDIAN);

  /** Where each row ends. */
  private int[] ends = new int[1 << 8];

  private int rows;

  /** Elements of each list; 1 if it is none. */
  private int length = UNKNOWN;

  PlainChunk(ColumnDescriptor column) {
    this.column = column;
  }

  ColumnDescriptor column() {
    return column;
  }

  int length() {
    return length;
  }

  int bytes() {
    return cells.position();
  }

  /**
   * @throws IllegalArgumentException if it is an empty list, or not as long as those before
   */
  void add(Object cell) {
    if (cell instanceof float[] floats) {
      require(floats.length);
      room(floats.length * Float.BYTES);
      cells.asFloatBuffer().put(floats);
      cells.position(cells.position() + floats.length * Float.BYTES);
    } else if (cell instanceof int[] numbers) {
      require(numbers.length);
      room(numbers.length * Integer.BYTES);
      for (int number : numbers) {
        cells.putInt(number);
      }
    } else {
      require(1);
      scalar(cell);
    }
    if (rows == ends.length) {
      ends = Arrays.copyOf(ends, 2 * rows);
    }
    ends[rows++] = cells.position();
  }

  /** Writes and forgets them. */
  void write(ParquetFileWriter out) throws IOException {
    for (int from = 0; from < rows; ) {
      int to = from + 1;
      while (to < rows && to - from < PAGE_ROWS && ends[to] - start(from) <= PAGE) {
        to++;
      }
      page(from, to, out);
      from = to;
    }
    cells.clear();
    rows = 0;
  }

  private void page(int from, int to, ParquetFileWriter out) throws IOException {
    int start = start(from);
    int bytes = ends[to - 1] - start;
    int values = (to - from) * length;
    BytesInput page =
        BytesInput.concat(
            BytesInput.from(levels(to - from)), BytesInput.from(cells.array(), start, bytes));
    out.writeDataPage(
        values,
        (int) page.size(),
        page,
        statistics(start, bytes),
        to - from,
        Encoding.RLE,
        Encoding.RLE,
        Encoding.PLAIN);
  }

  private int start(int row) {
    return row == 0 ? 0 : ends[row - 1];
  }

  private void require(int elements) {
    if (length == UNKNOWN && elements > 0) {
      length = elements;
    }
    if (elements != length) {
      throw new IllegalArgumentException(
          "a list of %d in the column %s, whose lists have %d"
              .formatted(elements, column.getPath()[0], length));
    }
  }

  private void scalar(Object cell) {
    if (cell instanceof String text) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      room(Integer.BYTES + utf8.length);
      cells.putInt(utf8.length).put(utf8);
    } else if (cell instanceof Float number) {
      room(Float.BYTES);
      cells.putFloat(number);
    } else if (cell instanceof Integer || cell instanceof Byte) {
      room(Integer.BYTES);
      cells.putInt(((Number) cell).intValue());
    } else {
      throw new IllegalArgumentException(column.getPath()[0] + " cannot hold " + cell);
    }
  }

  private void room(int bytes) {
    if (cells.remaining() < bytes) {
      int size = Math.max(2 * cells.capacity(), cells.position() + bytes);
      cells = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN).put(cells.flip());
    }
  }

  /** Where lists begin, and that no element is missing: run lengths, each with its bytes before. */
  private byte[] levels(int lists) throws IOException {
    ByteArrayOutputStream levels = new ByteArrayOutputStream();
    if (column.getMaxRepetitionLevel() > 0) {
      ByteArrayOutputStream repetition = new ByteArrayOutputStream();
      for (int list = 0; list < lists; list++) {
        run(1, 0, repetition);
        if (length > 1) {
          run(length - 1, 1, repetition);
        }
      }
      ByteArrayOutputStream definition = new ByteArrayOutputStream();
      run(lists * length, 1, definition);
      BytesUtils.writeIntLittleEndian(levels, repetition.size());
      repetition.writeTo(levels);
      BytesUtils.writeIntLittleEndian(levels, definition.size());
      definition.writeTo(levels);
    }
    return levels.toByteArray();
  }

  private static void run(int length, int level, ByteArrayOutputStream out) throws IOException {
    BytesUtils.writeUnsignedVarInt(length << 1, out);
    out.write(level);
  }

  private Statistics<?> statistics(int start, int bytes) {
    Statistics<?> statistics = Statistics.createStats(column.getPrimitiveType());
    ByteBuffer page = cells.duplicate().order(ByteOrder.LITTLE_ENDIAN).position(start);
    page.limit(start + bytes);
    switch (column.getPrimitiveType().getPrimitiveTypeName()) {
      case FLOAT -> range(page.asFloatBuffer(), (FloatStatistics) statistics);
      case INT32 -> {
        while (page.hasRemaining()) {
          statistics.updateStats(page.getInt());
        }
      }
      default -> {
        while (page.hasRemaining()) {
          byte[] text = new byte[page.getInt()];
          page.get(text);
          statistics.updateStats(Binary.fromConstantByteArray(text));
        }
      }
    }
    return statistics;
  }

  /** As Parquet takes the range of floats: NaN is the greatest. */
  private static void range(FloatBuffer floats, FloatStatistics statistics) {
    float least = Float.NaN;
    float greatest = Float.NEGATIVE_INFINITY;
    while (floats.hasRemaining()) {
      float value = floats.get();
      least = value >= least ? least : Float.isNaN(value) ? least : value;
      greatest = Math.max(greatest, value);
    }
    statistics.setMinMax(least, greatest);
  }
}
