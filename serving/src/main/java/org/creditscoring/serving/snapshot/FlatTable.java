package org.creditscoring.serving.snapshot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * A table of up to some hundred thousand rows, read column by column into arrays, without an object
 * for each row. Every column that is asked for must be there, of its type, and without nulls.
 */
final class FlatTable {
  private final ParquetFile file;
  private final int rows;

  private FlatTable(ParquetFile file) {
    this.file = file;
    rows = Math.toIntExact(file.rowGroups().stream().mapToLong(BlockMetaData::getRowCount).sum());
  }

  static FlatTable open(Path path) throws IOException {
    return new FlatTable(ParquetFile.open(path));
  }

  int rows() {
    return rows;
  }

  /**
   * Whole numbers of 32 or 64 bits.
   *
   * @throws IllegalArgumentException if one does not fit into 32
   */
  int[] wholes(String column) throws IOException {
    int[] cells = new int[rows];
    PrimitiveTypeName type = descriptor(column).getPrimitiveType().getPrimitiveTypeName();
    boolean wide = type == PrimitiveTypeName.INT64;
    each(
        List.of(PrimitiveTypeName.INT32, PrimitiveTypeName.INT64),
        reader -> row -> cells[row] = wide ? narrow(column, reader.getLong()) : reader.getInteger(),
        column);
    return cells;
  }

  double[] numbers(String column) throws IOException {
    double[] cells = new double[rows];
    each(
        List.of(PrimitiveTypeName.DOUBLE),
        reader -> row -> cells[row] = reader.getDouble(),
        column);
    return cells;
  }

  /** Texts, equal ones as one object. */
  String[] texts(String column) throws IOException {
    String[] cells = new String[rows];
    Map<Binary, String> known = new HashMap<>();
    each(
        List.of(PrimitiveTypeName.BINARY),
        reader ->
            row ->
                cells[row] =
                    known.computeIfAbsent(reader.getBinary().copy(), Binary::toStringUsingUTF8),
        column);
    return cells;
  }

  /**
   * Lists of floats, all of one length.
   *
   * @throws IllegalArgumentException if one has another length
   */
  float[][] vectors(String column, int length) throws IOException {
    float[][] cells = new float[rows][length];
    MessageType schema = file.schema();
    String[] path = ClientSchema.listPath(column);
    if (!schema.containsPath(path)) {
      throw new IllegalArgumentException("it has no column " + String.join(".", path));
    }
    requireType(schema.getColumnDescription(path), List.of(PrimitiveTypeName.FLOAT));
    read(schema.getColumnDescription(path), reader -> row -> Columns.floats(reader, cells[row]));
    return cells;
  }

  private ColumnDescriptor descriptor(String column) {
    if (!file.schema().containsPath(new String[] {column})) {
      throw new IllegalArgumentException("it has no column " + column);
    }
    return file.schema().getColumnDescription(new String[] {column});
  }

  private void each(
      List<PrimitiveTypeName> types, Function<ColumnReader, IntConsumer> cells, String column)
      throws IOException {
    ColumnDescriptor descriptor = descriptor(column);
    requireType(descriptor, types);
    int present = descriptor.getMaxDefinitionLevel();
    read(
        descriptor,
        reader -> {
          IntConsumer cell = cells.apply(reader);
          return row -> {
            if (reader.getCurrentDefinitionLevel() != present) {
              throw new IllegalArgumentException("its column " + column + " holds a null");
            }
            cell.accept(row);
            reader.consume();
          };
        });
  }

  private void read(ColumnDescriptor column, Function<ColumnReader, IntConsumer> cells)
      throws IOException {
    MessageType projection = Table.projection(file.schema(), List.of(column.getPath()[0]));
    int row = 0;
    try (ParquetFileReader reader = file.reader(projection)) {
      for (PageReadStore pages; (pages = reader.readNextRowGroup()) != null; ) {
        IntConsumer cell =
            cells.apply(Columns.of(pages, projection, file.createdBy()).getColumnReader(column));
        for (long left = pages.getRowCount(); left > 0; left--) {
          cell.accept(row++);
        }
      }
    }
  }

  private static void requireType(ColumnDescriptor column, List<PrimitiveTypeName> types) {
    if (!types.contains(column.getPrimitiveType().getPrimitiveTypeName())) {
      throw new IllegalArgumentException(
          "its column "
              + String.join(".", column.getPath())
              + " is "
              + column.getPrimitiveType()
              + " where the contract has "
              + types);
    }
  }

  private static int narrow(String column, long value) {
    if (value != (int) value) {
      throw new IllegalArgumentException(column + " does not fit into 32 bits: " + value);
    }
    return (int) value;
  }
}
