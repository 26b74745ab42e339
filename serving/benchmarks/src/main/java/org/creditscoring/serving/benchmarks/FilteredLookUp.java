package org.creditscoring.serving.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;

/** The ordinary way to a row of a Parquet file: parquet-java, asked for the row with this id. */
final class FilteredLookUp {
  private static final int IDS_PER_PART = 65_536;

  private final Path clients;

  FilteredLookUp(Path clients) {
    this.clients = clients;
  }

  Group find(int id) throws IOException {
    Path part = clients.resolve("part-%05d.parquet".formatted(id / IDS_PER_PART));
    try (ParquetReader<Group> reader =
        new Builder(new LocalInputFile(part))
            .withFilter(FilterCompat.get(FilterApi.eq(FilterApi.intColumn("id"), id)))
            .withCodecFactory(new Uncompressed())
            .build()) {
      return reader.read();
    }
  }

  private static final class Builder extends ParquetReader.Builder<Group> {
    Builder(InputFile file) {
      super(file, new PlainParquetConfiguration());
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }

  /** Of no use to an uncompressed file, whose reader asks for it all the same. */
  private static final class Uncompressed implements CompressionCodecFactory {
    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
      throw new UnsupportedOperationException("a reader only decompresses");
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
      return new BytesInputDecompressor() {
        @Override
        public BytesInput decompress(BytesInput bytes, int uncompressedSize) {
          return bytes;
        }

        @Override
        public void decompress(
            java.nio.ByteBuffer input,
            int compressedSize,
            java.nio.ByteBuffer output,
            int uncompressedSize) {
          output.put(input);
        }

        @Override
        public void release() {}
      };
    }

    @Override
    public void release() {}
  }
}
