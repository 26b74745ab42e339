package org.creditscoring.pipeline.snapshot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.creditscoring.model.snapshot.Layout;

/**
 * Whether a look-up will find a client's floats at the byte that the footers give, as {@code
 * model/SNAPSHOT.md} wants it: seen in the footers alone.
 */
final class AddressableCheck {
  private final Path part;
  private final Map<String, Integer> lengths;

  private AddressableCheck(Path part, Map<String, Integer> lengths) {
    this.part = part;
    this.lengths = lengths;
  }

  /**
   * @param values in each row
   * @param features of them, which is also how many contributions there are
   * @return which file and column is not addressable, and why; empty if all are
   */
  static Optional<String> wrong(List<Path> parts, int values, int features) throws IOException {
    Map<String, Integer> lengths =
        Map.of(
            Layout.Client.VALUES,
            values,
            Layout.Client.CONTRIBUTIONS,
            features,
            Layout.Client.REASONS,
            Layout.REASONS);
    for (Path part : parts) {
      Optional<String> wrong = new AddressableCheck(part, lengths).wrong();
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    return Optional.empty();
  }

  private Optional<String> wrong() throws IOException {
    try (ParquetFileReader reader =
        ParquetFileReader.open(
            HadoopInputFile.fromPath(
                new org.apache.hadoop.fs.Path(part.toUri()), new Configuration()))) {
      for (BlockMetaData block : reader.getFooter().getBlocks()) {
        for (ColumnChunkMetaData chunk : block.getColumns()) {
          String wrong = wrong(reader, block, chunk);
          if (!wrong.isEmpty()) {
            return Optional.of(
                part.getFileName() + ", column " + chunk.getPath().toDotString() + ": " + wrong);
          }
        }
      }
    }
    return Optional.empty();
  }

  private String wrong(ParquetFileReader reader, BlockMetaData block, ColumnChunkMetaData chunk)
      throws IOException {
    if (chunk.getCodec() != CompressionCodecName.UNCOMPRESSED) {
      return "compressed by " + chunk.getCodec();
    }
    if (chunk.hasDictionaryPage() || !chunk.getEncodings().contains(Encoding.PLAIN)) {
      return "encoded as " + chunk.getEncodings();
    }
    if (reader.readOffsetIndex(chunk) == null) {
      return "without an offset index";
    }
    int length = lengths.getOrDefault(chunk.getPath().toArray()[0], 1);
    return chunk.getValueCount() == block.getRowCount() * length
        ? ""
        : "%d values in %d rows of %d"
            .formatted(chunk.getValueCount(), block.getRowCount(), length);
  }
}
