package org.creditscoring.pipeline.run;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tells a failure that a disk is to blame for (full, out of inodes, read-only, failing) from one of
 * ours. The operating system's words are looked for in the messages too: Spark passes the failure
 * of a task on as text.
 */
public final class Disk {
  /** Of errno ENOSPC (bytes or inodes), EDQUOT, EROFS, EIO. */
  private static final List<String> REFUSALS =
      List.of(
          "No space left on device",
          "Disk quota exceeded",
          "Read-only file system",
          "Input/output error",
          // Java's older methods only say that it did not work.
          "Failed to create local dir",
          "Failed to create a temp directory",
          "Failed to create directory",
          "Mkdirs failed to create");

  /**
   * With less room than this, bytes, whatever fails is put down to the room. Native libraries are
   * of tens of megabytes, and one that could not be unpacked only tells that it is not there.
   */
  private static final long NO_ROOM = 64 << 20;

  private Disk() {}

  /**
   * To be asked before anything that was written is removed, since that makes room again.
   *
   * @param directories that the run writes
   * @throws BadDataException if a disk is to blame; it names the place and the room left
   */
  public static void blame(Throwable failure, Collection<Path> directories) {
    if (failure instanceof BadDataException
        || failure instanceof HeldException
        || failure instanceof NothingToServeException
        || failure instanceof WrongSettingException) {
      return;
    }
    Optional<String> refusal = refusal(failure);
    if (refusal.isEmpty() && directories.stream().allMatch(Disk::hasRoom)) {
      return;
    }
    throw new BadDataException(
        "a disk does not allow it: "
            + refusal.orElseGet(() -> RootCause.of(failure))
            + ". Room left: "
            + directories.stream().distinct().map(Disk::room).collect(Collectors.joining(", "))
            + ". Make room, or mend the disk, and run again: what was half written goes then.",
        failure);
  }

  /** What the operating system said; empty if it refused nothing. */
  private static Optional<String> refusal(Throwable failure) {
    Map<Throwable, Boolean> seen = new IdentityHashMap<>();
    for (Throwable one = failure;
        one != null && seen.put(one, true) == null;
        one = one.getCause()) {
      if (one instanceof AccessDeniedException || one instanceof ReadOnlyFileSystemException) {
        return Optional.of(RootCause.of(one));
      }
      Optional<String> line =
          String.valueOf(one.getMessage())
              .lines()
              .filter(text -> REFUSALS.stream().anyMatch(text::contains))
              .findFirst();
      if (line.isPresent()) {
        return line.map(String::strip);
      }
    }
    return Optional.empty();
  }

  private static boolean hasRoom(Path directory) {
    try {
      return !Files.exists(directory) || Files.getFileStore(directory).getUsableSpace() >= NO_ROOM;
    } catch (IOException e) {
      return true;
    }
  }

  private static String room(Path directory) {
    Path there = directory.toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    try {
      return String.format(
          Locale.ROOT,
          "%,.1f MB in %s",
          Files.getFileStore(there).getUsableSpace() / 1e6,
          directory.toAbsolutePath());
    } catch (IOException e) {
      return "unknown in " + directory.toAbsolutePath();
    }
  }
}
