package org.creditscoring.serving.snapshot;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The snapshot that {@code CURRENT} names, exchanged under the requests when {@code CURRENT}
 * changes. A snapshot that is refused leaves the one before it in place.
 */
public final class SnapshotStore implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SnapshotStore.class);

  private final SnapshotDirectory directory;
  private final AtomicReference<State> state;

  /**
   * @param shared the snapshot that is served
   * @param defect why it may not be served any more; empty for none
   */
  private record State(SharedSnapshot shared, String defect) {}

  private SnapshotStore(SnapshotDirectory directory, Snapshot first) {
    this.directory = directory;
    state = new AtomicReference<>(new State(new SharedSnapshot(first), ""));
  }

  /**
   * Opens the current snapshot after its quick checks.
   *
   * @throws NothingToServeException if none was published
   * @throws RefusedSnapshotException if it cannot be served
   */
  public static SnapshotStore open(SnapshotDirectory directory) {
    return new SnapshotStore(directory, Snapshot.open(directory.of(directory.current())));
  }

  /**
   * A hold on the current snapshot.
   *
   * @throws NotReadyException if a thorough check found it corrupt
   */
  public Lease acquire() {
    while (true) {
      State current = state.get();
      if (!current.defect().isEmpty()) {
        throw new NotReadyException(
            "snapshot " + current.shared().snapshot().id() + " is damaged and is not served");
      }
      if (current.shared().retain()) {
        return new Lease(current.shared());
      }
      if (state.get() == current) {
        throw new NotReadyException("the service is stopping");
      }
    }
  }

  /** Makes the checks that {@link #open} left out; a snapshot that fails them is served no more. */
  public void verify() {
    State checked = state.get();
    if (!checked.shared().retain()) {
      return;
    }
    Snapshot snapshot = checked.shared().snapshot();
    try {
      snapshot.verify();
      LOG.info("snapshot {} is verified", snapshot.id());
    } catch (RefusedSnapshotException e) {
      if (state.compareAndSet(checked, new State(checked.shared(), e.getMessage()))) {
        LOG.error("snapshot {} is served no more: {}", snapshot.id(), e.getMessage());
      }
    } finally {
      checked.shared().release();
    }
  }

  /**
   * Follows {@code CURRENT}: when it names another snapshot, that one is opened, verified whole and
   * put in place of the old one.
   *
   * @return the id of the snapshot that is new in place, if one is
   * @throws RefusedSnapshotException if the new one cannot be served; the old one still is
   * @throws NothingToServeException if {@code CURRENT} is gone; the old one is still served
   */
  public Optional<String> follow() {
    String id = directory.current();
    State old = state.get();
    boolean same = old.shared().snapshot().id().equals(id);
    if (same && old.defect().isEmpty()) {
      return Optional.empty();
    }
    Snapshot opened = verified(id);
    State fresh = new State(new SharedSnapshot(opened), "");
    state.getAndSet(fresh).shared().release();
    return Optional.of(id);
  }

  /** Serves nothing any more; the files close after the last lease. */
  @Override
  public void close() {
    state.get().shared().release();
  }

  private Snapshot verified(String id) {
    Snapshot opened = Snapshot.open(directory.of(id));
    try {
      opened.verify();
      return opened;
    } catch (RuntimeException | Error e) {
      new SharedSnapshot(opened).release();
      throw e;
    }
  }
}
