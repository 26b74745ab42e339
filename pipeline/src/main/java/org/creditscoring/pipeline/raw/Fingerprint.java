package org.creditscoring.pipeline.raw;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.Objects;
import org.creditscoring.pipeline.file.Sha256;
import org.creditscoring.pipeline.run.BadDataException;

/**
 * One state of a raw file. The hash is taken of every byte at every refresh: it costs some
 * thirtieth of parsing, and size and time alone miss a file that was replaced by a tool that keeps
 * both. Size, time and place then tell, for next to nothing, whether the file was touched while it
 * was parsed.
 *
 * @param sha256 of its bytes
 * @param state size, time of the last change and place on the disk when it was hashed
 */
public record Fingerprint(String sha256, String state) {

  /**
   * @throws BadDataException if the file cannot be read
   */
  static Fingerprint of(RawFile file) {
    try {
      String state = state(file);
      return new Fingerprint(Sha256.of(file.path()), state);
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  /** SHA-256 over the names and hashes of raw tables, in their order: one state of a directory. */
  static String of(Collection<RawTable> tables) {
    StringBuilder lines = new StringBuilder();
    for (RawTable table : tables) {
      lines.append(table.file().table().name()).append(' ');
      lines.append(table.fingerprint().sha256()).append('\n');
    }
    return Sha256.of(lines.toString());
  }

  /**
   * To be asked when the file has been parsed.
   *
   * @throws BadDataException if it is not, or may not be, the file that was hashed
   */
  void requireUntouched(RawFile file) {
    try {
      if (state(file).equals(state)) {
        return;
      }
    } catch (IOException e) {
      throw file.unreadable(e);
    }
    throw new BadDataException(
        file.path()
            + " was changed while it was read: it is perhaps still being copied. Run again when it is whole.");
  }

  private static String state(RawFile file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file.path(), BasicFileAttributes.class);
    return attributes.size()
        + " "
        + attributes.lastModifiedTime()
        + " "
        + Objects.toString(attributes.fileKey(), "");
  }
}
