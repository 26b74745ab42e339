package org.creditscoring.pipeline.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.creditscoring.pipeline.run.BadDataException;

/** One refresh at a time in a directory; the operating system frees the lock of one that dies. */
public final class DirectoryLock implements AutoCloseable {
  private static final String FILE = ".lock";

  private final FileChannel channel;

  private DirectoryLock(FileChannel channel) {
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
    FileChannel channel;
    try {
      channel =
          FileChannel.open(
              directory.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new BadDataException("no right to write in " + directory + ": " + e.getMessage(), e);
    }
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(new DirectoryLock(channel));
      }
      channel.close();
    } catch (OverlappingFileLockException e) {
      closeQuietly(channel, e);
    } catch (IOException e) {
      closeQuietly(channel, e);
      throw new BadDataException("cannot lock " + directory + ": " + e.getMessage(), e);
    }
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static void closeQuietly(FileChannel channel, Exception reason) {
    try {
      channel.close();
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }
}
