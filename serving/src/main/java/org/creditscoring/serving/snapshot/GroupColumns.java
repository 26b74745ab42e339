package org.creditscoring.serving.snapshot;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.ToIntBiFunction;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.schema.MessageType;

/**
 * The columns of one row group as arrays, every value of them required. Pages that hold nothing but
 * PLAIN values are taken whole; a value at a time, parquet-java takes several times as long, which
 * a start would wait for.
 */
final class GroupColumns {
  private final BlockMetaData group;
  private final MessageType projection;
  private final PageReadStore pages;
  private final ColumnReadStoreImpl readers;
  private final int rows;

  /**
   * @param group the row group
   * @param projection columns that are read, each once
   * @param pages of these columns
   * @param createdBy the writer, as the footer names it
   */
  GroupColumns(BlockMetaData group, MessageType projection, PageReadStore pages, String createdBy) {
    this.group = group;
    this.projection = projection;
    this.pages = pages;
    readers = Columns.of(pages, projection, createdBy);
    rows = Math.toIntExact(group.getRowCount());
  }

  int rows() {
    return rows;
  }

  /**
   * Whole numbers of 32 bits.
   *
   * @throws IllegalArgumentException if one is null, or a page does not hold what it says, here and
   *     below
   */
  int[] ints(String name) {
    ColumnDescriptor column = column(name);
    int[] cells = new int[rows];
    if (plain(column)) {
      eachPage(column, rows, (page, at) -> takeInts(page, cells, at));
    } else {
      ColumnReader reader = readers.getColumnReader(column);
      each(reader, row -> cells[row] = reader.getInteger());
    }
    return cells;
  }

  float[] floats(String name) {
    ColumnDescriptor column = column(name);
    float[] cells = new float[rows];
    if (plain(column)) {
      eachPage(
          column,
          rows,
          (page, at) -> {
            requireBytes(page, Float.BYTES);
            page.values().asFloatBuffer().get(cells, at, page.count());
            return page.count();
          });
    } else {
      ColumnReader reader = readers.getColumnReader(column);
      each(reader, row -> cells[row] = reader.getFloat());
    }
    return cells;
  }

  /**
   * Texts, of which there are few, by what they mean.
   *
   * @param meaning asked once for each text, at the first row that has it
   * @param cells filled, one for each row
   */
  <T> void texts(String name, Function<String, T> meaning, T[] cells) {
    ColumnDescriptor column = column(name);
    Meanings<T> meanings = new Meanings<>(meaning);
    if (plain(column)) {
      eachPage(column, rows, (page, at) -> takeTexts(page, meanings, cells, at));
    } else {
      ColumnReader reader = readers.getColumnReader(column);
      each(
          reader,
          row -> {
            byte[] bytes = reader.getBinary().getBytes();
            cells[row] = meanings.of(bytes, 0, bytes.length);
          });
    }
  }

  /**
   * Lists of whole numbers, one after the other.
   *
   * @param length of every list
   * @throws IllegalArgumentException if one has another length or holds a null
   */
  int[] lists(String name, int length) {
    ColumnDescriptor column = projection.getColumnDescription(ClientSchema.listPath(name));
    int[] cells = new int[rows * length];
    if (plainLists(column)) {
      ListLevels levels = new ListLevels(column, length);
      eachPage(
          column,
          cells.length,
          (page, at) -> {
            levels.require(page);
            return takeInts(page, cells, at);
          });
    } else {
      int[] list = new int[length];
      ColumnReader reader = readers.getColumnReader(column);
      for (int row = 0; row < rows; row++) {
        Columns.ints(reader, list);
        System.arraycopy(list, 0, cells, row * length, length);
      }
    }
    return cells;
  }

  private ColumnDescriptor column(String name) {
    return projection.getColumnDescription(new String[] {name});
  }

  private boolean plain(ColumnDescriptor column) {
    return column.getMaxDefinitionLevel() == 0
        && column.getMaxRepetitionLevel() == 0
        && Chunks.plain(Chunks.of(group, column));
  }

  private boolean plainLists(ColumnDescriptor column) {
    ColumnChunkMetaData chunk = Chunks.of(group, column);
    return column.getMaxDefinitionLevel() == 1
        && column.getMaxRepetitionLevel() == 1
        && Chunks.plain(chunk)
        && chunk.getEncodings().stream().noneMatch(e -> e.name().equals("BIT_PACKED"));
  }

  /**
   * Takes each page.
   *
   * @param needed values of all pages together
   * @param take given a page and how many values were before it, tells how many it took
   */
  private void eachPage(
      ColumnDescriptor column, int needed, ToIntBiFunction<PlainPage, Integer> take) {
    PageReader reader = pages.getPageReader(column);
    boolean levels = column.getMaxRepetitionLevel() > 0;
    int taken = 0;
    try {
      for (DataPage page; (page = reader.readPage()) != null; ) {
        PlainPage plain = PlainPage.of(page, levels);
        if (plain.count() > needed - taken) {
          throw new IllegalArgumentException("it holds more than the %d values".formatted(needed));
        }
        taken += take.applyAsInt(plain, taken);
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "its column %s cannot be read: %s".formatted(column.getPath()[0], e.getMessage()), e);
    }
    if (taken != needed) {
      throw new IllegalArgumentException(
          "its column %s has %d values where a row group of %d rows needs %d"
              .formatted(column.getPath()[0], taken, rows, needed));
    }
  }

  private static int takeInts(PlainPage page, int[] cells, int at) {
    requireBytes(page, Integer.BYTES);
    page.values().asIntBuffer().get(cells, at, page.count());
    return page.count();
  }

  private static <T> int takeTexts(PlainPage page, Meanings<T> meanings, T[] cells, int at) {
    ByteBuffer values = page.values();
    byte[] bytes = new byte[values.remaining()];
    values.duplicate().get(bytes);
    for (int i = 0; i < page.count(); i++) {
      int length = values.remaining() < Integer.BYTES ? -1 : values.getInt();
      int start = values.position();
      if (length < 0 || length > values.remaining()) {
        throw new IllegalArgumentException("a page ends within the text of value " + (at + i));
      }
      cells[at + i] = meanings.of(bytes, start, start + length);
      values.position(start + length);
    }
    if (values.hasRemaining()) {
      throw new IllegalArgumentException("a page goes on after its " + page.count() + " texts");
    }
    return page.count();
  }

  private static void requireBytes(PlainPage page, int each) {
    if (page.values().remaining() != (long) page.count() * each) {
      throw new IllegalArgumentException(
          "a page has %d bytes for %d values".formatted(page.values().remaining(), page.count()));
    }
  }

  private void each(ColumnReader column, IntConsumer read) {
    int present = column.getDescriptor().getMaxDefinitionLevel();
    for (int row = 0; row < rows; row++) {
      if (column.getCurrentDefinitionLevel() != present) {
        throw new IllegalArgumentException(
            "its column " + column.getDescriptor().getPath()[0] + " holds a null");
      }
      read.accept(row);
      column.consume();
    }
  }

  /** What texts mean, of those that were met. */
  private static final class Meanings<T> {
    private final Function<String, T> meaning;
    private final List<byte[]> met = new ArrayList<>();
    private final List<T> meanings = new ArrayList<>();

    Meanings(Function<String, T> meaning) {
      this.meaning = meaning;
    }

    T of(byte[] bytes, int from, int to) {
      for (int i = 0; i < met.size(); i++) {
        byte[] other = met.get(i);
        if (Arrays.equals(bytes, from, to, other, 0, other.length)) {
          return meanings.get(i);
        }
      }
      T fresh = meaning.apply(new String(bytes, from, to - from, StandardCharsets.UTF_8));
      met.add(Arrays.copyOfRange(bytes, from, to));
      meanings.add(fresh);
      return fresh;
    }
  }
}
