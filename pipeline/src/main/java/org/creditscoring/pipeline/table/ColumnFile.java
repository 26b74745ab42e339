package org.creditscoring.pipeline.table;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.CodecFactory.BytesCompressor;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Writes numbers and texts, any of which may be missing, as one Parquet file, column by column. Of
 * hundreds of millions of cells Parquet's own writer spends most of its time in comparing each with
 * the least and the greatest so far and in looking up who writes it; here a cell is put into an
 * array, and a column is encoded as a whole. No least and greatest are written: whoever reads these
 * files reads them whole.
 */
public final class ColumnFile implements Closeable {
  /** Rows of a group: what a task holds in memory, 64 MB of the widest raw table. */
  static final int ROWS = 1 << 16;

  private static final CompressionCodecName CODEC = CompressionCodecName.SNAPPY;

  private final LocalFile file;
  private final CodecFactory codecs = new CodecFactory(new Configuration(false), ROWS);
  private final BytesCompressor compressor = codecs.getCompressor(CODEC);
  private final ParquetFileWriter out;
  private final List<Chunk> chunks = new ArrayList<>();
  private final NumberChunk[] numbers;
  private final TextChunk[] texts;
  private int rows;

  /**
   * @param path of a file that is not there yet
   * @param columns doubles and strings, all of which may be missing
   */
  public ColumnFile(Path path, StructType columns) throws IOException {
    numbers = new NumberChunk[columns.length()];
    texts = new TextChunk[columns.length()];
    MessageType schema = schema(columns);
    for (int i = 0; i < columns.length(); i++) {
      if (text(columns.fields()[i])) {
        texts[i] = new TextChunk(schema.getColumns().get(i));
        chunks.add(texts[i]);
      } else {
        numbers[i] = new NumberChunk(schema.getColumns().get(i));
        chunks.add(numbers[i]);
      }
    }
    file = new LocalFile(path);
    out = new ParquetFileWriter(file, schema, ParquetFileWriter.Mode.CREATE, Long.MAX_VALUE, 0);
    out.start();
  }

  /** A number of the row that is next. */
  public void number(int column, double value) {
    numbers[column].add(rows, value);
  }

  /**
   * A text of the row that is next, in UTF-8.
   *
   * @param from where it begins among the bytes
   */
  public void text(int column, byte[] bytes, int from, int length) {
    texts[column].add(rows, bytes, from, length);
  }

  /** Ends a row: whatever was not given is missing. */
  public void endRow() throws IOException {
    rows++;
    if (rows == ROWS) {
      writeGroup();
    }
  }

  /**
   * Ends the file.
   *
   * @return its bytes
   */
  public long finish() throws IOException {
    if (rows > 0) {
      writeGroup();
    }
    out.end(Map.of());
    return out.getPos();
  }

  @Override
  public void close() throws IOException {
    codecs.release();
    file.close();
  }

  private void writeGroup() throws IOException {
    out.startBlock(rows);
    for (Chunk chunk : chunks) {
      out.startColumn(chunk.column(), rows, CODEC);
      chunk.write(rows, out, compressor);
      out.endColumn();
      chunk.clear();
    }
    out.endBlock();
    rows = 0;
  }

  private static boolean text(StructField column) {
    if (column.dataType().equals(DataTypes.StringType)) {
      return true;
    }
    if (column.dataType().equals(DataTypes.DoubleType)) {
      return false;
    }
    throw new IllegalArgumentException(column.name() + " is neither a double nor a string");
  }

  private static MessageType schema(StructType columns) {
    Types.MessageTypeBuilder schema = Types.buildMessage();
    for (StructField column : columns.fields()) {
      schema.addField(
          text(column)
              ? Types.optional(PrimitiveTypeName.BINARY)
                  .as(LogicalTypeAnnotation.stringType())
                  .named(column.name())
              : Types.optional(PrimitiveTypeName.DOUBLE).named(column.name()));
    }
    return schema.named("spark_schema");
  }
}
