package org.creditscoring.pipeline.table;

import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.MessageType;

/**
 * Writes Java records whose lists are of one length as one Parquet file, with the columns that
 * {@link Records} gives them: uncompressed, PLAIN, every page indexed and beginning at a row, so
 * that a cell sits at a byte that follows from footer and index. Column by column: Parquet's own
 * writer takes lists of hundreds of floats element by element, which costs more than to compute
 * them.
 */
public final class AddressableFile<R extends Record> implements Closeable {
  /** Bytes of a row group, before it is written. */
  private static final int GROUP = 32 << 20;

  private static final CompressionCodecName CODEC = CompressionCodecName.UNCOMPRESSED;

  private final Path path;
  private final LocalFile file;
  private final ParquetFileWriter out;
  private final List<RecordComponent> components;
  private final List<PlainChunk> chunks = new ArrayList<>();
  private int rows;

  /**
   * @param path of a file that is not there yet
   * @param type a record of ints, bytes, floats, strings and of lists of the first three
   */
  public AddressableFile(Path path, Class<R> type) throws IOException {
    components = List.of(type.getRecordComponents());
    MessageType schema = RecordFile.schema(type);
    schema.getColumns().forEach(column -> chunks.add(new PlainChunk(column)));
    this.path = path;
    file = new LocalFile(path);
    out = new ParquetFileWriter(file, schema, ParquetFileWriter.Mode.CREATE, Long.MAX_VALUE, 0);
    out.start();
  }

  public void write(R row) throws IOException {
    long bytes = 0;
    for (int i = 0; i < chunks.size(); i++) {
      chunks.get(i).add(RecordFile.value(row, components.get(i)));
      bytes += chunks.get(i).bytes();
    }
    rows++;
    if (bytes >= GROUP) {
      writeGroup();
    }
  }

  /**
   * Ends the file: equal rows make equal bytes.
   *
   * @return its bytes
   */
  public long finish() throws IOException {
    if (rows > 0) {
      writeGroup();
    }
    out.end(Map.of());
    Footer.settle(path);
    return Files.size(path);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private void writeGroup() throws IOException {
    out.startBlock(rows);
    for (PlainChunk chunk : chunks) {
      out.startColumn(chunk.column(), (long) rows * chunk.length(), CODEC);
      chunk.write(out);
      out.endColumn();
    }
    out.endBlock();
    rows = 0;
  }
}
