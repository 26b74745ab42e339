package org.creditscoring.serving.snapshot;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
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
   * @throws IllegalArgumentException if one is null, here and below
   */
  int[] ints(String name) {
    ColumnDescriptor column = column(name);
    int[] cells = new int[rows];
    if (plain(column)) {
      int[] next = {0};
      eachPage(
          column,
          page -> {
            IntBuffer values = page.values().asIntBuffer();
            int count = values.remaining();
            values.get(cells, next[0], count);
            next[0] += count;
          });
      requireAll(name, next[0]);
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
      int[] next = {0};
      eachPage(
          column,
          page -> {
            FloatBuffer values = page.values().asFloatBuffer();
            int count = values.remaining();
            values.get(cells, next[0], count);
            next[0] += count;
          });
      requireAll(name, next[0]);
    } else {
      ColumnReader reader = readers.getColumnReader(column);
      each(reader, row -> cells[row] = reader.getFloat());
    }
    return cells;
  }

  /** Texts of which there are few: equal ones are one object. */
  String[] texts(String name) {
    ColumnDescriptor column = column(name);
    String[] cells = new String[rows];
    Texts known = new Texts();
    if (plain(column)) {
      int[] next = {0};
      eachPage(
          column,
          page -> {
            ByteBuffer values = page.values();
            byte[] bytes = new byte[values.remaining()];
            values.duplicate().get(bytes);
            while (values.hasRemaining()) {
              int length = values.getInt();
              int start = values.position();
              cells[next[0]++] = known.text(bytes, start, start + length);
              values.position(start + length);
            }
          });
      requireAll(name, next[0]);
    } else {
      ColumnReader reader = readers.getColumnReader(column);
      each(
          reader,
          row -> {
            byte[] bytes = reader.getBinary().getBytes();
            cells[row] = known.text(bytes, 0, bytes.length);
          });
    }
    return cells;
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
      int[] next = {0};
      ListLevels levels = new ListLevels(column, length);
      eachPage(
          column,
          page -> {
            levels.require(page);
            IntBuffer values = page.values().asIntBuffer();
            int count = values.remaining();
            values.get(cells, next[0], count);
            next[0] += count;
          });
      requireAll(name, next[0] / length);
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

  private void eachPage(ColumnDescriptor column, Consumer<PlainPage> take) {
    PageReader reader = pages.getPageReader(column);
    for (DataPage page; (page = reader.readPage()) != null; ) {
      take.accept(PlainPage.of(page, column.getMaxRepetitionLevel() > 0));
    }
  }

  private void requireAll(String name, int values) {
    if (values != rows) {
      throw new IllegalArgumentException(
          "its column %s has %d values in a row group of %d rows".formatted(name, values, rows));
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

  /** The texts that were met, in the order in which they were. */
  private static final class Texts {
    private final List<byte[]> met = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    String text(byte[] bytes, int from, int to) {
      for (int i = 0; i < met.size(); i++) {
        byte[] other = met.get(i);
        if (Arrays.equals(bytes, from, to, other, 0, other.length)) {
          return texts.get(i);
        }
      }
      met.add(Arrays.copyOfRange(bytes, from, to));
      texts.add(new String(bytes, from, to - from, StandardCharsets.UTF_8));
      return texts.get(texts.size() - 1);
    }
  }
}
