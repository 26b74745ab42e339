package org.creditscoring.model.snapshot;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How those who read a snapshot and those who remove one keep out of each other's way: a reader
 * holds the operating system's shared lock on its manifest for as long as it has the snapshot open,
 * and it is removed under the exclusive one. The lock of a process that dies is gone with it.
 *
 * <p>On POSIX systems these locks belong to the process, and closing any channel on the file lets
 * go of them. So the manifest of a snapshot that is open here is read from {@link #manifest} alone,
 * and who is open is known to the whole process.
 */
public final class SnapshotLock implements Closeable {
  private static final Map<Path, Held> OPEN = new HashMap<>();

  private final Held held;
  private boolean closed;

  private SnapshotLock(Held held) {
    this.held = held;
    held.holders++;
  }

  /** The one lock of this process on a manifest, and how many hold it. */
  private static final class Held {
    final Path manifest;
    final String text;
    final Closeable channel;
    final Optional<String> defect;
    int holders;

    Held(Path manifest, String text, Closeable channel, Optional<String> defect) {
      this.manifest = manifest;
      this.text = text;
      this.channel = channel;
      this.defect = defect;
    }
  }

  /**
   * Holds a snapshot against being removed, until it is closed.
   *
   * @param snapshot its directory
   * @throws NoSuchFileException if it is not there, or is being removed
   */
  public static SnapshotLock shared(Path snapshot) throws IOException {
    synchronized (OPEN) {
      Path manifest = snapshot.resolve(Layout.MANIFEST).toRealPath();
      Held held = OPEN.get(manifest);
      if (held == null) {
        held = hold(manifest);
        OPEN.put(manifest, held);
      }
      return new SnapshotLock(held);
    }
  }

  /** The text of a snapshot's manifest. */
  public static String manifest(Path snapshot) throws IOException {
    synchronized (OPEN) {
      Path manifest = snapshot.resolve(Layout.MANIFEST).toRealPath();
      Held held = OPEN.get(manifest);
      return held == null ? Files.readString(manifest) : held.text;
    }
  }

  /**
   * Takes a snapshot for being removed.
   *
   * @return empty while somebody reads it; to be closed when it is removed
   * @throws IOException if that cannot be known, as on a file system without locks
   */
  public static Optional<Closeable> exclusive(Path snapshot) throws IOException {
    synchronized (OPEN) {
      Path manifest;
      try {
        manifest = snapshot.resolve(Layout.MANIFEST).toRealPath();
      } catch (NoSuchFileException e) {
        // Nobody can read what has no manifest.
        return Optional.of(() -> {});
      }
      if (OPEN.containsKey(manifest)) {
        return Optional.empty();
      }
      FileChannel channel = FileChannel.open(manifest, StandardOpenOption.WRITE);
      return locked(channel, false) ? Optional.of(channel) : Optional.empty();
    }
  }

  /** Why the snapshot could be removed all the same; empty where the file system has locks. */
  public Optional<String> defect() {
    return held.defect;
  }

  @Override
  public void close() throws IOException {
    synchronized (OPEN) {
      if (closed) {
        return;
      }
      closed = true;
      held.holders--;
      if (held.holders == 0) {
        OPEN.remove(held.manifest);
        held.channel.close();
      }
    }
  }

  private static Held hold(Path manifest) throws IOException {
    // Before the lock: closing the channel that this reads by would let go of it.
    String text = Files.readString(manifest);
    FileChannel channel = FileChannel.open(manifest, StandardOpenOption.READ);
    boolean locked;
    try {
      locked = locked(channel, true);
    } catch (IOException e) {
      String defect = "its file system has no locks: " + e.getMessage();
      return new Held(manifest, text, () -> {}, Optional.of(defect));
    }
    if (!locked) {
      throw new NoSuchFileException(manifest.toString(), null, "it is being removed");
    }
    return new Held(manifest, text, channel, Optional.empty());
  }

  /** Locks the whole file or closes it. */
  private static boolean locked(FileChannel channel, boolean shared) throws IOException {
    boolean locked = false;
    try {
      FileLock lock = channel.tryLock(0, Long.MAX_VALUE, shared);
      locked = lock != null;
    } catch (OverlappingFileLockException e) {
      // Another part of this process has it.
      locked = false;
    } finally {
      if (!locked) {
        channel.close();
      }
    }
    return locked;
  }
}
