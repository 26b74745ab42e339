package org.creditscoring.serving.snapshot;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.filter2.columnindex.RowRanges;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.schema.MessageType;

/**
 * Reads a row's vector by parquet-java: only the page that holds it where an OffsetIndex tells
 * which, else the whole row group. A hundred times slower than {@link AddressableFloats}, and reads
 * any valid file.
 */
final class PagedFloats implements RowFloats {
  private final ParquetFile file;
  private final ColumnDescriptor column;
  private final int length;
  private final MessageType projection;
  private final int[] groupStart;
  private final Queue<ParquetFileReader> idle = new ConcurrentLinkedQueue<>();

  PagedFloats(ParquetFile file, ColumnDescriptor column, int length) {
    this.file = file;
    this.column = column;
    this.length = length;
    projection =
        new MessageType(file.schema().getName(), file.schema().getType(column.getPath()[0]));
    List<BlockMetaData> groups = file.rowGroups();
    groupStart = new int[groups.size()];
    for (int i = 1; i < groupStart.length; i++) {
      groupStart[i] = groupStart[i - 1] + Math.toIntExact(groups.get(i - 1).getRowCount());
    }
  }

  @Override
  public float[] read(int row) throws IOException {
    ParquetFileReader pooled = idle.poll();
    ParquetFileReader reader = pooled == null ? file.reader(projection) : pooled;
    float[] floats;
    try {
      floats = read(reader, row);
    } catch (IOException | RuntimeException e) {
      reader.close();
      throw e;
    }
    idle.add(reader);
    return floats;
  }

  @Override
  public void close() throws IOException {
    for (ParquetFileReader reader; (reader = idle.poll()) != null; ) {
      reader.close();
    }
  }

  private float[] read(ParquetFileReader reader, int row) throws IOException {
    int found = Arrays.binarySearch(groupStart, row);
    int group = found < 0 ? -found - 2 : found;
    int within = row - groupStart[group];
    boolean indexed = Chunks.indexed(file.rowGroups().get(group), column);
    float[] floats = new float[length];
    try (PageReadStore pages =
        indexed
            ? reader.readFilteredRowGroup(group, RowRanges.builder().addSelectedRow(within).build())
            : reader.readRowGroup(group)) {
      ColumnReader values = Columns.of(pages, projection, file.createdBy()).getColumnReader(column);
      if (!indexed) {
        Columns.skip(values, within, length);
      }
      Columns.floats(values, floats);
    }
    return floats;
  }
}
