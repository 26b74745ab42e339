package org.creditscoring.pipeline.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.creditscoring.pipeline.run.BadDataException;

/** One refresh at a time in a directory; the operating system frees the lock of one that dies. */
public final class DirectoryLock implements AutoCloseable {
  static final String FILE = ".lock";

  /**
   * Directories that this process holds. POSIX frees a file's lock when the process closes any
   * channel to it: so a file that is locked here must not even be opened again.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path directory;
  private final FileChannel channel;

  private DirectoryLock(Path directory, FileChannel channel) {
    this.directory = directory;
    this.channel = channel;
  }

  /**
   * @throws BadDataException if another refresh holds the directory, or it cannot be written
   */
  public static DirectoryLock take(Path directory) {
    return takeIfFree(directory)
        .orElseThrow(
            () ->
                new BadDataException(
                    "another refresh is at work in " + directory + "; wait until it has ended"));
  }

  /**
   * Empty if another refresh holds the directory.
   *
   * @throws BadDataException if it cannot be written
   */
  public static Optional<DirectoryLock> takeIfFree(Path directory) {
    Path real;
    try {
      real = directory.toRealPath();
    } catch (IOException e) {
      throw new BadDataException("cannot lock " + directory + ": " + e.getMessage(), e);
    }
    if (!HELD.add(real)) {
      return Optional.empty();
    }
    boolean taken = false;
    try {
      FileChannel channel = open(directory);
      FileLock lock = channel.tryLock();
      taken = lock != null;
      if (!taken) {
        channel.close();
      }
      return taken ? Optional.of(new DirectoryLock(real, channel)) : Optional.empty();
    } catch (IOException e) {
      throw new BadDataException("cannot lock " + directory + ": " + e.getMessage(), e);
    } finally {
      if (!taken) {
        HELD.remove(real);
      }
    }
  }

  private static FileChannel open(Path directory) {
    try {
      return FileChannel.open(
          directory.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new BadDataException(
          "cannot write in " + directory.toAbsolutePath() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      HELD.remove(directory);
    }
  }
}
