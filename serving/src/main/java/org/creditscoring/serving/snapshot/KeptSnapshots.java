package org.creditscoring.serving.snapshot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Snapshots that are asked for by their id. They are opened when they are, and the first time held
 * against their hashes; the last one stays open, which bounds the memory at about 40 bytes a
 * client. One is opened at a time, which holds nobody up who asks for the open one.
 */
final class KeptSnapshots implements AutoCloseable {
  /** Who waits holds a thread of the service; the next one is told to come again. */
  private static final int WAITING = 4;

  private static final long PATIENCE_SECONDS = 2;

  private final SnapshotDirectory directory;
  private final Opener opener;
  private final Set<String> verified = ConcurrentHashMap.newKeySet();
  private final Semaphore opening = new Semaphore(1);
  private final Semaphore waiting = new Semaphore(WAITING);
  private Optional<SharedSnapshot> open = Optional.empty();
  private boolean closed;

  /** Opens the snapshot of a directory. */
  interface Opener {
    Snapshot open(Path snapshot);
  }

  KeptSnapshots(SnapshotDirectory directory, Opener opener) {
    this.directory = directory;
    this.opener = opener;
  }

  /**
   * @throws UnknownSnapshotException if it is not kept (any more)
   * @throws RefusedSnapshotException if it cannot be read
   * @throws NotReadyException if others are being opened
   */
  Lease acquire(String id) {
    if (!Files.isDirectory(directory.of(id))) {
      verified.remove(id);
      letGo(id);
      throw new UnknownSnapshotException(
          "no snapshot " + id + " is kept; /v1/snapshots lists those that are");
    }
    Optional<Lease> lease = ofOpen(id);
    if (lease.isPresent()) {
      return lease.get();
    }
    if (!waiting.tryAcquire()) {
      throw notYet(id);
    }
    try {
      return afterOthers(id);
    } finally {
      waiting.release();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    letGo();
  }

  private void letGo() {
    open.ifPresent(SharedSnapshot::release);
    open = Optional.empty();
  }

  /** Closes one, if it is open, as soon as nobody reads it. */
  synchronized void letGo(String id) {
    if (isOpen(id)) {
      letGo();
    }
  }

  private boolean isOpen(String id) {
    return open.isPresent() && open.get().snapshot().id().equals(id);
  }

  private Lease afterOthers(String id) {
    try {
      if (!opening.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw notYet(id);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw notYet(id);
    }
    try {
      Optional<Lease> openedMeanwhile = ofOpen(id);
      return openedMeanwhile.isPresent() ? openedMeanwhile.get() : keep(opened(id));
    } finally {
      opening.release();
    }
  }

  private Snapshot opened(String id) {
    Snapshot snapshot = opener.open(directory.of(id));
    if (!verified.contains(id)) {
      try {
        SnapshotFiles.checkHashes(directory.of(id), snapshot.manifest());
      } catch (RuntimeException | Error e) {
        new SharedSnapshot(snapshot).release();
        throw e;
      }
      verified.add(id);
    }
    return snapshot;
  }

  private synchronized Optional<Lease> ofOpen(String id) {
    return isOpen(id) && open.get().retain()
        ? Optional.of(new Lease(open.get()))
        : Optional.empty();
  }

  private synchronized Lease keep(Snapshot snapshot) {
    SharedSnapshot shared = new SharedSnapshot(snapshot);
    // After the end nobody is left to let go of it but its reader.
    if (!closed) {
      letGo();
      open = Optional.of(shared);
      shared.retain();
    }
    return new Lease(shared);
  }

  private static NotReadyException notYet(String id) {
    return new NotReadyException(
        "snapshot " + id + " is not open yet, and others are being opened; ask again in a moment");
  }
}
