package org.creditscoring.pipeline.table;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.hadoop.CodecFactory.BytesCompressor;
import org.apache.parquet.hadoop.ParquetFileWriter;

/**
 * Numbers of a column: by a dictionary if few are different, as flags, counts, days and months are,
 * which takes less time than to compress them; else as they are.
 */
final class NumberChunk extends Chunk {
  private static final VarHandle BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Different numbers of a dictionary at most: days of a dozen years. */
  private static final int MOST = 1 << 12;

  private static final int SLOTS = 4 * MOST;
  private static final int FREE = -1;

  private long[] values = new long[1 << 8];

  NumberChunk(ColumnDescriptor column) {
    super(column);
  }

  void add(int row, double value) {
    if (count() == values.length) {
      values = Arrays.copyOf(values, 2 * values.length);
    }
    values[count()] = Double.doubleToRawLongBits(value);
    known(row);
  }

  @Override
  void write(int rows, ParquetFileWriter out, BytesCompressor compressor) throws IOException {
    long[] different = new long[MOST];
    int[] places = new int[count()];
    int entries = places(different, places);
    if (entries == 0) {
      page(rows, Encoding.PLAIN, bytes(values, count()), out, compressor);
    } else {
      pages(rows, bytes(different, entries), entries, places, out, compressor);
    }
  }

  /**
   * Finds the different numbers and where each value is among them.
   *
   * @return how many there are; 0 if none, or too many
   */
  private int places(long[] different, int[] places) {
    int[] slots = new int[SLOTS];
    Arrays.fill(slots, FREE);
    int entries = 0;
    for (int i = 0; i < places.length; i++) {
      long value = values[i];
      int slot = (int) (value * 0x9E3779B97F4A7C15L >>> Long.numberOfLeadingZeros(SLOTS - 1));
      while (slots[slot] != FREE && different[slots[slot]] != value) {
        slot = (slot + 1) & (SLOTS - 1);
      }
      if (slots[slot] == FREE) {
        if (entries == MOST) {
          return 0;
        }
        different[entries] = value;
        slots[slot] = entries++;
      }
      places[i] = slots[slot];
    }
    return entries;
  }

  private static BytesInput bytes(long[] numbers, int count) {
    byte[] bytes = new byte[count * Long.BYTES];
    for (int i = 0; i < count; i++) {
      BYTES.set(bytes, i * Long.BYTES, numbers[i]);
    }
    return BytesInput.from(bytes);
  }
}
