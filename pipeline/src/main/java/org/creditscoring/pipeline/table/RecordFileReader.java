package org.creditscoring.pipeline.table;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;

/**
 * Reads a Parquet file as Java records, one after the other: the columns are found by the names of
 * the components, others are left alone, and a double whose column is not there is NaN, because
 * such came later to tables of ours. By parquet-java alone, so that looking at a snapshot does not
 * start Spark; one row group is in memory at a time.
 */
public final class RecordFileReader<R extends Record> implements Closeable {
  private final ParquetReader<R> reader;

  private RecordFileReader(ParquetReader<R> reader) {
    this.reader = reader;
  }

  /**
   * @param type a public record of the types of {@link RecordFile}
   */
  public static <R extends Record> RecordFileReader<R> open(Path file, Class<R> type)
      throws IOException {
    return new RecordFileReader<>(new Builder<>(file, type).build());
  }

  /**
   * Every row of a small table.
   *
   * @throws IOException also if it is no such table, saying why
   */
  public static <R extends Record> List<R> all(Path file, Class<R> type) throws IOException {
    try (RecordFileReader<R> rows = open(file, type)) {
      List<R> all = new ArrayList<>();
      for (Optional<R> row = rows.next(); row.isPresent(); row = rows.next()) {
        all.add(row.get());
      }
      return all;
    }
  }

  /**
   * The next row; empty after the last.
   *
   * @throws IOException also if the file is damaged or no such table, saying why
   */
  public Optional<R> next() throws IOException {
    try {
      return Optional.ofNullable(reader.read());
    } catch (RuntimeException e) {
      throw new IOException(reason(e), e);
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  /** The innermost message: parquet-java wraps it in where it was. */
  private static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }

  private static final class Builder<R extends Record> extends ParquetReader.Builder<R> {
    private final Class<R> type;

    Builder(Path file, Class<R> type) {
      super(new LocalFile(file));
      this.type = type;
      // Nothing of Hadoop's settings concerns a local file.
      withConf(new Configuration(false));
    }

    @Override
    protected ReadSupport<R> getReadSupport() {
      return new Support<>(type);
    }
  }

  private static final class Support<R extends Record> extends ReadSupport<R> {
    private final Class<R> type;

    Support(Class<R> type) {
      this.type = type;
    }

    @Override
    public ReadContext init(InitContext context) {
      return new ReadContext(RecordColumns.projection(context.getFileSchema(), type));
    }

    @Override
    public RecordMaterializer<R> prepareForRead(
        Configuration configuration,
        Map<String, String> metadata,
        MessageType fileSchema,
        ReadContext context) {
      return new RecordColumns<>(context.getRequestedSchema(), type);
    }
  }

  /** A file of this machine without Hadoop's file systems. */
  private record LocalFile(Path path) implements InputFile {
    @Override
    public long getLength() throws IOException {
      return Files.size(path);
    }

    @Override
    public SeekableInputStream newStream() throws IOException {
      SeekableByteChannel channel = Files.newByteChannel(path);
      return new DelegatingSeekableInputStream(Channels.newInputStream(channel)) {
        @Override
        public long getPos() throws IOException {
          return channel.position();
        }

        @Override
        public void seek(long position) throws IOException {
          channel.position(position);
        }
      };
    }
  }
}
