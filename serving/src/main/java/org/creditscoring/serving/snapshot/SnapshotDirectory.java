package org.creditscoring.serving.snapshot;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.model.snapshot.SnapshotId;

/** The directory that snapshots are published in. */
public record SnapshotDirectory(Path path) {
  private static final int LONGEST = 200;
  private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x20-\\x7e]");

  /**
   * The id that {@code CURRENT} names.
   *
   * @throws NothingToServeException if nothing was ever published here
   * @throws RefusedSnapshotException if {@code CURRENT} holds no snapshot's id
   */
  public String current() {
    if (!Files.isDirectory(path)) {
      throw new NothingToServeException("there is no snapshots directory " + path);
    }
    Path file = path.resolve(Layout.CURRENT);
    String id = line(file);
    if (!SnapshotId.valid(id)) {
      throw new RefusedSnapshotException(
          file + " names no snapshot: '" + printable(id) + "' is not of the form of an id");
    }
    return id;
  }

  /** Where the snapshot of an id lives. */
  public Path of(String snapshotId) {
    return path.resolve(snapshotId);
  }

  /** Ids of the snapshots that are here, the newest first. */
  public List<String> ids() {
    try (Stream<Path> entries = Files.list(path)) {
      return entries
          .filter(Files::isDirectory)
          .map(entry -> entry.getFileName().toString())
          .filter(SnapshotId::valid)
          .sorted(Comparator.reverseOrder())
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw RefusedSnapshotException.unreadable(path, e);
    }
  }

  /** A message for people outside, whom this machine's paths do not concern. */
  String withoutPath(String message) {
    return message
        .replace(path + File.separator, "")
        .replace(" in " + path, "")
        .replace(" " + path, "")
        .replace(path.toString(), "the directory");
  }

  private String line(Path file) {
    try {
      if (Files.size(file) > LONGEST) {
        throw new RefusedSnapshotException(file + " names no snapshot: it is too long for an id");
      }
      String content = Files.readString(file);
      return content.endsWith("\n") ? content.substring(0, content.length() - 1) : content;
    } catch (NoSuchFileException e) {
      throw new NothingToServeException("no snapshot is published in " + path);
    } catch (MalformedInputException e) {
      throw new RefusedSnapshotException(file + " names no snapshot: it is not text");
    } catch (IOException e) {
      throw RefusedSnapshotException.unreadable(file, e);
    }
  }

  private static String printable(String text) {
    return UNPRINTABLE.matcher(text).replaceAll("?");
  }
}
