package org.creditscoring.pipeline.raw;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.Objects;
import org.creditscoring.pipeline.file.Sha256;
import org.creditscoring.pipeline.run.BadDataException;

/**
 * One state of a raw file. The hash is taken of every byte at every refresh: it costs some
 * thirtieth of parsing, and size and time alone miss a file that was replaced by a tool that keeps
 * both. Size, times and place then tell, for next to nothing, whether the file was touched since.
 *
 * @param sha256 of its bytes
 * @param state when it was hashed
 */
public record Fingerprint(String sha256, State state) {
  /**
   * @param modified time of the last change of its bytes, which a tool can set
   * @param place on the disk
   * @param changed time of the last change of its bytes, name, links or rights, which nobody can
   *     set; empty where the system keeps none
   */
  record State(long bytes, FileTime modified, String place, String changed) {
    private static final String CHANGED = "unix:ctime";

    static State of(RawFile file) throws IOException {
      Path path = file.path();
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      return new State(
          attributes.size(),
          attributes.lastModifiedTime(),
          Objects.toString(attributes.fileKey(), ""),
          path.getFileSystem().supportedFileAttributeViews().contains("unix")
              ? Files.getAttribute(path, CHANGED).toString()
              : "");
    }

    boolean sameBytesAs(State other) {
      return bytes == other.bytes && modified.equals(other.modified) && place.equals(other.place);
    }
  }

  /**
   * @throws BadDataException if the file cannot be read
   */
  static Fingerprint of(RawFile file) {
    try {
      State state = State.of(file);
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
   * @throws BadDataException if it is not, or may not have been all the time, the file that was
   *     hashed
   */
  void requireUntouched(RawFile file) {
    try {
      State now = State.of(file);
      // A file that was linked or given other rights meanwhile is the same; its bytes tell.
      if (now.equals(state) || now.sameBytesAs(state) && hasSameHash(file)) {
        return;
      }
    } catch (IOException e) {
      throw file.unreadable(e);
    }
    throw new BadDataException(
        file.path()
            + " was changed while it was read: it is perhaps still being copied. Run again when it is whole.");
  }

  /**
   * To be asked later: whoever put the same bytes there again did no harm.
   *
   * @throws BadDataException if its bytes are others, or it is gone
   */
  void requireSame(RawFile file) {
    try {
      if (State.of(file).equals(state) || hasSameHash(file)) {
        return;
      }
    } catch (IOException e) {
      throw file.unreadable(e);
    }
    throw new BadDataException(
        file.path()
            + " was replaced since it was read: nothing is published of tables that do not belong together. Run again.");
  }

  private boolean hasSameHash(RawFile file) throws IOException {
    return Sha256.of(file.path()).equals(sha256);
  }
}
