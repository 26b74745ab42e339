package org.creditscoring.serving.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.creditscoring.serving.snapshot.Codecs;

/** The small tables of a snapshot whose clients come several times. */
final class Counts {
  private static final PrimitiveTypeName INT64 = PrimitiveTypeName.INT64;

  private Counts() {}

  /** Copies a table; its int64 columns, which count clients, count so many times as many. */
  static void multiply(Path source, Path target, int times) throws IOException {
    MessageType schema = schema(source);
    if (schema.getColumns().stream().noneMatch(c -> type(schema, c.getPath()[0]) == INT64)) {
      Files.copy(source, target);
      return;
    }
    SimpleGroupFactory rows = new SimpleGroupFactory(schema);
    try (ParquetReader<Group> reader = new GroupReader(new LocalInputFile(source)).build();
        ParquetWriter<Group> writer =
            ExampleParquetWriter.builder(new LocalOutputFile(target))
                .withConf(new PlainParquetConfiguration())
                .withType(schema)
                .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                .build()) {
      for (Group row; (row = reader.read()) != null; ) {
        writer.write(multiplied(row, rows.newGroup(), times));
      }
    }
  }

  /** Tables that count are flat. */
  private static Group multiplied(Group row, Group copy, int times) {
    for (int i = 0; i < row.getType().getFieldCount(); i++) {
      switch (row.getType().getType(i).asPrimitiveType().getPrimitiveTypeName()) {
        case INT64 -> copy.add(i, row.getLong(i, 0) * times);
        case INT32 -> copy.add(i, row.getInteger(i, 0));
        case DOUBLE -> copy.add(i, row.getDouble(i, 0));
        case FLOAT -> copy.add(i, row.getFloat(i, 0));
        case BINARY -> copy.add(i, row.getBinary(i, 0));
        default -> throw new IllegalArgumentException("no copy of " + row.getType().getType(i));
      }
    }
    return copy;
  }

  private static PrimitiveTypeName type(MessageType schema, String field) {
    return schema.getType(field).isPrimitive()
        ? schema.getType(field).asPrimitiveType().getPrimitiveTypeName()
        : null;
  }

  private static MessageType schema(Path file) throws IOException {
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .withCodecFactory(new Codecs())
            .build();
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
      return reader.getFileMetaData().getSchema();
    }
  }
}
