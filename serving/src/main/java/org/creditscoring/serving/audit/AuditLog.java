package org.creditscoring.serving.audit;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Audit entries as JSON lines in {@value #CURRENT}, each handed to the operating system before
 * {@link #write} returns: it outlives the process, though not the machine. A file that is full is
 * forced to disk and kept under the time at which it was closed; none is ever deleted. What a
 * failed write leaves of a line is taken off, and the next write tries again. One process at a
 * time.
 */
public final class AuditLog implements Audit {
  public static final String CURRENT = "audit.jsonl";

  /** About 200,000 look-ups a file. */
  public static final long USUAL_BYTES = 64L << 20;

  /** A file that could not be put away grows by this part of a full one before the next try. */
  private static final int RETRY_SHARE = 16;

  private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
  private static final DateTimeFormatter CLOSED =
      DateTimeFormatter.ofPattern("'audit-'yyyyMMdd'T'HHmmss.SSS'Z.jsonl'")
          .withZone(ZoneOffset.UTC);

  private final Path directory;
  private final long fullBytes;
  private final FileChannel lockChannel;
  private final FileLock lock;
  private final Disk disk;

  /** Null after a failure, until it is open again. */
  private FileOutputStream file;

  private long bytes;

  /** From here on the file is closed and another one begun. */
  private long full;

  /** From here on nothing is written, for the lock may be another process's. */
  private boolean closed;

  private AuditLog(
      Path directory, long fullBytes, Disk disk, FileChannel lockChannel, FileLock lock) {
    this.directory = directory;
    this.fullBytes = fullBytes;
    this.disk = disk;
    this.lockChannel = lockChannel;
    this.lock = lock;
  }

  /** What can fail about a file. */
  interface Disk {
    /** To append to. */
    FileOutputStream open(Path file) throws IOException;

    default void move(Path from, Path to) throws IOException {
      Files.move(from, to);
    }
  }

  /**
   * Goes on where the last process ended.
   *
   * @param fullBytes from which a file is full
   * @throws AuditException if the directory cannot be used or another process writes there
   */
  public static AuditLog open(Path directory, long fullBytes) {
    return open(directory, fullBytes, file -> new FileOutputStream(file.toFile(), true));
  }

  static AuditLog open(Path directory, long fullBytes, Disk disk) {
    try {
      Files.createDirectories(directory, ownerOnly(directory, "rwx------"));
      FileChannel channel =
          FileChannel.open(
              directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        FileLock lock = channel.tryLock();
        if (lock == null) {
          throw inUse(directory, null);
        }
        AuditLog log = new AuditLog(directory, fullBytes, disk, channel, lock);
        log.openFile();
        return log;
      } catch (OverlappingFileLockException e) {
        channel.close();
        throw inUse(directory, e);
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw new AuditException(
          "the audit log in %s cannot be written (%s); make it writable, or take another directory with the setting audit"
              .formatted(directory, e),
          e);
    }
  }

  @Override
  public void write(AuditEntry entry) {
    byte[] line = AuditLine.of(entry);
    synchronized (this) {
      if (closed) {
        throw new AuditException("the audit log in " + directory + " is closed", null);
      }
      try {
        if (file == null) {
          openFile();
        }
        if (bytes >= full) {
          rotate();
        }
        // Not a channel, which an interrupt of one caller would close for all of them.
        file.write(line);
        bytes += line.length;
      } catch (IOException e) {
        mend();
        throw new AuditException("the audit log in " + directory + " cannot be written", e);
      }
    }
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    try (lockChannel) {
      if (file != null) {
        file.getFD().sync();
        file.close();
      }
      lock.release();
    }
  }

  private void openFile() throws IOException {
    Path current = directory.resolve(CURRENT);
    if (!Files.exists(current)) {
      Files.createFile(current, ownerOnly(directory, "rw-------"));
    }
    bytes = endOfLastLine(current);
    full = fullBytes;
    file = disk.open(current);
  }

  /** Takes off what a failed write left of a line, at once if that can be done. */
  private void mend() {
    closeQuietly();
    try {
      openFile();
    } catch (IOException e) {
      LOG.warn(
          "the audit log in {} is opened again at the next entry: {}", directory, e.toString());
    }
  }

  private void closeQuietly() {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      LOG.warn("the audit log in {} did not close: {}", directory, e.toString());
    }
    file = null;
  }

  /** A full file that cannot be put away is written on, which loses nothing, and tried later. */
  private void rotate() throws IOException {
    file.getFD().sync();
    file.close();
    boolean moved = putAway();
    openFile();
    if (!moved) {
      full = Math.max(fullBytes, bytes + fullBytes / RETRY_SHARE);
    }
  }

  private boolean putAway() {
    Path closed = directory.resolve(CLOSED.format(Instant.now()));
    while (Files.exists(closed)) {
      closed = directory.resolve(CLOSED.format(Instant.now()));
    }
    try {
      disk.move(directory.resolve(CURRENT), closed);
      return true;
    } catch (IOException e) {
      LOG.error("the full audit log in {} is written on: {}", directory, e.toString());
      return false;
    }
  }

  /**
   * Where the file ends after taking off what a write that failed or was killed in its middle left
   * of a line: its request was never answered.
   */
  private static long endOfLastLine(Path current) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(current.toFile(), "rw")) {
      long length = file.length();
      long end = length;
      while (end > 0 && !endsLine(file, end)) {
        end--;
      }
      if (end < length) {
        file.setLength(end);
        LOG.warn("{} ended in {} bytes of a line that was never finished", current, length - end);
      }
      return end;
    }
  }

  private static boolean endsLine(RandomAccessFile file, long end) throws IOException {
    file.seek(end - 1);
    return file.read() == '\n';
  }

  private static AuditException inUse(Path directory, Throwable cause) {
    return new AuditException(
        "another service writes the audit log in %s; stop it, or take another directory with the setting audit"
            .formatted(directory),
        cause);
  }

  private static FileAttribute<?>[] ownerOnly(Path directory, String permissions)
      throws IOException {
    Path existing = directory.toAbsolutePath();
    while (!Files.exists(existing)) {
      existing = existing.getParent();
    }
    boolean posix =
        Files.getFileStore(existing).supportsFileAttributeView(PosixFileAttributeView.class);
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
