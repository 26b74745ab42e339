package org.creditscoring.pipeline.raw;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.creditscoring.pipeline.cache.Entry;

/** Looks at the end of a plain file for signs that it was cut short; gzip has its own. */
final class FileEnd {
  /** Bytes looked at: more than any line of the tables has. */
  private static final int TAIL = 1 << 16;

  private FileEnd() {}

  /**
   * What there is to tell; empty for a file that ends as it should.
   *
   * @throws org.creditscoring.pipeline.run.BadDataException if the file cannot be read
   */
  static Optional<Entry.Note> finding(RawFile file, Header header) {
    if (file.compressed()) {
      return Optional.empty();
    }
    String tail = tail(file);
    int lineEnd = Math.max(tail.lastIndexOf('\n'), tail.lastIndexOf('\r'));
    if (tail.isEmpty() || lineEnd == tail.length() - 1 || lineEnd < 0) {
      return Optional.empty();
    }
    String[] fields = CsvLine.parser().parseLine(tail.substring(lineEnd + 1));
    int there = fields == null ? 0 : fields.length;
    int expected = header.names().size();
    return Optional.of(
        there == expected
            ? Finding.NO_LINE_END.note(
                file.name()
                    + ": the last line has no line end; if it was cut short there, its last value is wrong")
            : Finding.CUT_SHORT.note(
                file.name()
                    + " is cut short: its last line has "
                    + there
                    + " fields where the header has "
                    + expected
                    + ", and no line end. It was perhaps still being copied: copy it again."));
  }

  private static String tail(RawFile file) {
    try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
      long from = Math.max(0, channel.size() - TAIL);
      ByteBuffer bytes = ByteBuffer.allocate((int) (channel.size() - from));
      while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
        // A read may give less than was asked for.
      }
      return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }
}
