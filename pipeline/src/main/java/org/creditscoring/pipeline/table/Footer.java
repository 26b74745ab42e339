package org.creditscoring.pipeline.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;

/**
 * The footer of a Parquet file: metadata, the number of their bytes as a little-endian int, and the
 * format's four letters.
 */
final class Footer {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int TAIL = Integer.BYTES + MAGIC.length;

  private Footer() {}

  /**
   * Lists the encodings of each column in the order of the format, so that equal rows make files of
   * equal bytes: parquet-java keeps them in a hash set of enums, whose order is another in each
   * JVM.
   *
   * @param file that is closed; nothing before its footer is touched
   */
  static void settle(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long start = start(channel);
      FileMetaData metadata = metadata(channel, start);
      metadata.getRow_groups().stream()
          .flatMap(group -> group.getColumns().stream())
          .forEach(column -> Collections.sort(column.getMeta_data().getEncodings()));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      Util.writeFileMetaData(metadata, bytes);
      ByteBuffer footer =
          ByteBuffer.allocate(bytes.size() + TAIL)
              .order(ByteOrder.LITTLE_ENDIAN)
              .put(bytes.toByteArray())
              .putInt(bytes.size())
              .put(MAGIC)
              .flip();
      channel.truncate(start + footer.remaining());
      while (footer.hasRemaining()) {
        channel.write(footer, start + footer.position());
      }
    }
  }

  private static long start(FileChannel channel) throws IOException {
    ByteBuffer tail = ByteBuffer.allocate(TAIL).order(ByteOrder.LITTLE_ENDIAN);
    long end = channel.size() - TAIL;
    while (tail.hasRemaining() && channel.read(tail, end + tail.position()) >= 0) {
      // A read may give less than was asked for.
    }
    return end - tail.getInt(0);
  }

  private static FileMetaData metadata(FileChannel channel, long start) throws IOException {
    // Not closed: that would close the channel.
    InputStream in = Channels.newInputStream(channel.position(start));
    return Util.readFileMetaData(in);
  }
}
