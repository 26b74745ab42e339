package org.creditscoring.serving.snapshot;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.filter2.columnindex.RowRanges;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.schema.MessageType;
import org.creditscoring.model.snapshot.Layout.Client;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One file of {@code clients}, opened for look-ups of the two long vectors. */
final class ClientPart implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(ClientPart.class);

  /** Pages of which a row is compared when a part is opened, and how deep in the page it is. */
  private static final int SAMPLE = 6;

  private static final int DEEP = 8;

  /**
   * Rows decoded at a time where an OffsetIndex lets us: a whole row group of some hundred features
   * is larger than the heap that the service needs otherwise, and of more rows what is decoded is
   * too large to die young. A page on the border of two slices is decoded twice.
   */
  private static final int SLICE = 512;

  private final ParquetFile file;
  private final int rows;
  private final RowFloats values;
  private final RowFloats contributions;

  private ClientPart(ParquetFile file, int rows, RowFloats values, RowFloats contributions) {
    this.file = file;
    this.rows = rows;
    this.values = values;
    this.contributions = contributions;
  }

  /**
   * Opens a part and, where its rows are addressable, proves it on a sample.
   *
   * @param rows that it has
   * @throws IllegalArgumentException if it is not what the contract says
   */
  static ClientPart open(ParquetFile file, int rows, int valueCount, int featureCount)
      throws IOException {
    RowFloats values = floats(file, Client.VALUES, rows, valueCount);
    try {
      return new ClientPart(
          file, rows, values, floats(file, Client.CONTRIBUTIONS, rows, featureCount));
    } catch (IOException | RuntimeException e) {
      values.close();
      throw e;
    }
  }

  float[] values(int row) throws IOException {
    return values.read(row);
  }

  float[] contributions(int row) throws IOException {
    return contributions.read(row);
  }

  Path path() {
    return file.path();
  }

  boolean addressable() {
    return values instanceof AddressableFloats && contributions instanceof AddressableFloats;
  }

  /**
   * Decodes every row by parquet-java and compares it with what a look-up reads.
   *
   * @throws IllegalArgumentException at the first difference
   */
  void verify(int valueCount, int featureCount) throws IOException {
    verify(Client.VALUES, values, valueCount);
    verify(Client.CONTRIBUTIONS, contributions, featureCount);
  }

  @Override
  public void close() throws IOException {
    try (values) {
      contributions.close();
    }
  }

  private static RowFloats floats(ParquetFile file, String name, int rows, int length)
      throws IOException {
    ColumnDescriptor column = file.schema().getColumnDescription(ClientSchema.listPath(name));
    Chunks.requireLists(file, column, length);
    PagedFloats paged = new PagedFloats(file, column, length);
    PositionalFile positional = new PositionalFile(file.path());
    try {
      AddressableFloats addressable = AddressableFloats.of(file, positional, column, length);
      compareSample(name, addressable, paged, rows);
      paged.close();
      return addressable;
    } catch (NotAddressableException e) {
      positional.close();
      LOG.warn(
          "{} is read page by page, which is slower: its column {} {}",
          file.path().getFileName(),
          name,
          e.getMessage());
      paged.read(0);
      paged.read(rows - 1);
      return paged;
    } catch (IOException | RuntimeException e) {
      positional.close();
      paged.close();
      throw e;
    }
  }

  /**
   * Compares rows near the beginning of some pages, the first page and the last among them. For one
   * row parquet-java decodes its page up to there, so rows deep within pages are left to {@link
   * #verify}.
   */
  private static void compareSample(
      String name, AddressableFloats looked, RowFloats decoded, int rows) throws IOException {
    int[] starts = looked.pageStarts();
    Random random = new Random(rows);
    for (int i = 0; i < SAMPLE; i++) {
      int page = i == 0 ? 0 : i == 1 ? starts.length - 1 : random.nextInt(starts.length);
      int end = page + 1 < starts.length ? starts[page + 1] : rows;
      int row = Math.min(starts[page] + random.nextInt(DEEP), end - 1);
      requireSame(name, row, looked.read(row), decoded.read(row));
    }
  }

  private void verify(String name, RowFloats looked, int length) throws IOException {
    ColumnDescriptor column = file.schema().getColumnDescription(ClientSchema.listPath(name));
    MessageType projection =
        new MessageType(file.schema().getName(), file.schema().getType(column.getPath()[0]));
    float[] decoded = new float[length];
    int row = 0;
    try (ParquetFileReader reader = file.reader(projection)) {
      for (int group = 0; group < file.rowGroups().size(); group++) {
        boolean indexed = Chunks.indexed(file.rowGroups().get(group), column);
        long rows = file.rowGroups().get(group).getRowCount();
        long step = indexed ? SLICE : rows;
        for (long from = 0; from < rows; from += step) {
          long to = Math.min(from + step, rows);
          try (PageReadStore pages =
              indexed
                  ? reader.readFilteredRowGroup(group, slice(from, to))
                  : reader.readRowGroup(group)) {
            ColumnReader floats =
                Columns.of(pages, projection, file.createdBy()).getColumnReader(column);
            for (long left = to - from; left > 0; left--, row++) {
              Columns.floats(floats, decoded);
              if (looked instanceof AddressableFloats) {
                requireSame(name, row, looked.read(row), decoded);
              }
            }
          }
        }
      }
    }
  }

  private static RowRanges slice(long from, long to) {
    return RowRanges.builder().addSelectedRange(from, to - 1).build();
  }

  private static void requireSame(String name, int row, float[] looked, float[] decoded) {
    if (!Arrays.equals(looked, decoded)) {
      throw new IllegalArgumentException(
          "the bytes at the address of row " + row + " of " + name + " are not its values");
    }
  }
}
