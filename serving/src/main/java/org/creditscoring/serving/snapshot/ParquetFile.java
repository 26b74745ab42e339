package org.creditscoring.serving.snapshot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;

/** One Parquet file whose footer was read once and serves every reader that is opened on it. */
final class ParquetFile {
  private final Path path;
  private final InputFile input;
  private final ParquetMetadata footer;

  private ParquetFile(Path path, InputFile input, ParquetMetadata footer) {
    this.path = path;
    this.input = input;
    this.footer = footer;
  }

  /**
   * @throws IOException also when the file is cut short or no Parquet
   */
  static ParquetFile open(Path path) throws IOException {
    InputFile input = new LocalInputFile(path);
    try (ParquetFileReader reader = ParquetFileReader.open(input, options())) {
      return new ParquetFile(path, input, reader.getFooter());
    } catch (RuntimeException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  Path path() {
    return path;
  }

  MessageType schema() {
    return footer.getFileMetaData().getSchema();
  }

  String createdBy() {
    return footer.getFileMetaData().getCreatedBy();
  }

  List<BlockMetaData> rowGroups() {
    return footer.getBlocks();
  }

  /** A reader of some columns, for one thread at a time. */
  ParquetFileReader reader(MessageType projection) throws IOException {
    ParquetFileReader reader = ParquetFileReader.open(input, footer, options(), input.newStream());
    reader.setRequestedSchema(projection);
    return reader;
  }

  private static ParquetReadOptions options() {
    return ParquetReadOptions.builder(new PlainParquetConfiguration())
        .withCodecFactory(new Codecs())
        .withUseHadoopVectoredIo(false)
        .build();
  }
}
