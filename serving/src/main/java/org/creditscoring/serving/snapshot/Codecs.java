package org.creditscoring.serving.snapshot;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/** Decompression for parquet-java without Hadoop's codecs, which would bring Hadoop with them. */
public final class Codecs implements CompressionCodecFactory {
  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    throw new UnsupportedOperationException("serving writes no Parquet");
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    return new Decompressor(codec);
  }

  @Override
  public void release() {}

  private record Decompressor(CompressionCodecName codec) implements BytesInputDecompressor {
    @Override
    public BytesInput decompress(BytesInput bytes, int size) throws IOException {
      return codec == CompressionCodecName.UNCOMPRESSED
          ? bytes
          : BytesInput.from(decompressed(array(bytes), size));
    }

    @Override
    public void decompress(ByteBuffer in, int compressed, ByteBuffer out, int size)
        throws IOException {
      byte[] bytes = new byte[compressed];
      in.get(bytes);
      out.put(codec == CompressionCodecName.UNCOMPRESSED ? bytes : decompressed(bytes, size));
    }

    @Override
    public void release() {}

    private static byte[] array(BytesInput bytes) throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream((int) bytes.size());
      bytes.writeAllTo(out);
      return out.toByteArray();
    }

    private byte[] decompressed(byte[] in, int size) throws IOException {
      byte[] out = new byte[size];
      long got =
          switch (codec) {
            case ZSTD -> Zstd.decompressByteArray(out, 0, size, in, 0, in.length);
            case SNAPPY -> Snappy.uncompress(in, 0, in.length, out, 0);
            default -> throw new IOException("codec " + codec + " is not read here");
          };
      if (got != size) {
        throw new IOException(
            codec + " page holds " + got + " bytes where its header says " + size);
      }
      return out;
    }
  }
}
