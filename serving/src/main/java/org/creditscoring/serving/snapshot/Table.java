package org.creditscoring.serving.snapshot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Reads the small tables of a snapshot whole; columns that are not asked for are ignored. */
final class Table {
  private Table() {}

  /**
   * @param columns that the table must have
   * @param later columns that an earlier writer does not know, read if they are there
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException naming a column that it lacks
   */
  static List<TableRow> read(Path path, List<String> columns, List<String> later)
      throws IOException {
    ParquetFile file = ParquetFile.open(path);
    List<String> wanted = new ArrayList<>(columns);
    later.stream().filter(file.schema()::containsField).forEach(wanted::add);
    MessageType projection = projection(file.schema(), wanted);
    MessageColumnIO columnIo = new ColumnIOFactory().getColumnIO(projection, file.schema());
    List<TableRow> rows = new ArrayList<>();
    try (ParquetFileReader reader = file.reader(projection)) {
      for (PageReadStore pages; (pages = reader.readNextRowGroup()) != null; ) {
        RecordReader<Group> records =
            columnIo.getRecordReader(pages, new GroupRecordConverter(projection));
        for (long left = pages.getRowCount(); left > 0; left--) {
          rows.add(new TableRow(records.read()));
        }
      }
    }
    return rows;
  }

  static MessageType projection(MessageType schema, List<String> columns) {
    List<Type> types = new ArrayList<>();
    for (String column : columns) {
      if (!schema.containsField(column)) {
        throw new IllegalArgumentException("it has no column " + column);
      }
      types.add(schema.getType(column));
    }
    return new MessageType(schema.getName(), types);
  }
}
