package org.creditscoring.pipeline.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.hadoop.CodecFactory.BytesCompressor;
import org.apache.parquet.hadoop.ParquetFileWriter;

/** Texts of a column, always by a dictionary: they are codes that repeat. */
final class TextChunk extends Chunk {
  private static final int START = 1 << 6;

  private int[] places = new int[1 << 8];

  /** Place of the text that is in a slot, and 1; 0 where there is none. */
  private int[] slots = new int[START];

  private byte[][] different = new byte[START / 2][];
  private int entries;

  /** Of the text before: codes come in runs. */
  private int last;

  TextChunk(ColumnDescriptor column) {
    super(column);
  }

  void add(int row, byte[] bytes, int from, int length) {
    if (count() == places.length) {
      places = Arrays.copyOf(places, 2 * places.length);
    }
    if (entries == 0 || !same(last, bytes, from, length)) {
      last = place(bytes, from, length);
    }
    places[count()] = last;
    known(row);
  }

  @Override
  void clear() {
    super.clear();
    Arrays.fill(slots, 0);
    entries = 0;
  }

  @Override
  void write(int rows, ParquetFileWriter out, BytesCompressor compressor) throws IOException {
    if (entries == 0) {
      page(rows, Encoding.PLAIN, BytesInput.empty(), out, compressor);
      return;
    }
    ByteArrayOutputStream dictionary = new ByteArrayOutputStream();
    for (int entry = 0; entry < entries; entry++) {
      BytesUtils.writeIntLittleEndian(dictionary, different[entry].length);
      dictionary.write(different[entry]);
    }
    pages(rows, BytesInput.from(dictionary.toByteArray()), entries, places, out, compressor);
  }

  private int place(byte[] bytes, int from, int length) {
    int slot = slot(hash(bytes, from, length));
    while (slots[slot] != 0) {
      if (same(slots[slot] - 1, bytes, from, length)) {
        return slots[slot] - 1;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    if (entries == different.length) {
      grow();
      return place(bytes, from, length);
    }
    different[entries] = Arrays.copyOfRange(bytes, from, from + length);
    slots[slot] = ++entries;
    return entries - 1;
  }

  private boolean same(int entry, byte[] bytes, int from, int length) {
    byte[] there = different[entry];
    return Arrays.equals(there, 0, there.length, bytes, from, from + length);
  }

  private void grow() {
    slots = new int[2 * slots.length];
    different = Arrays.copyOf(different, 2 * different.length);
    for (int entry = 0; entry < entries; entry++) {
      int slot = slot(hash(different[entry], 0, different[entry].length));
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = entry + 1;
    }
  }

  private int slot(int hash) {
    return hash * 0x9E3779B9 >>> Integer.numberOfLeadingZeros(slots.length - 1);
  }

  private static int hash(byte[] bytes, int from, int length) {
    int hash = length;
    for (int i = from; i < from + length; i++) {
      hash = 31 * hash + bytes[i];
    }
    return hash;
  }
}
