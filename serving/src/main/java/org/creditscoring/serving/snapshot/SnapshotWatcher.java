package org.creditscoring.serving.snapshot;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at {@code CURRENT} again and again, which works on every file system. A refusal is logged
 * once, and tried again only after {@code CURRENT} named something else or a minute has passed.
 */
public final class SnapshotWatcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SnapshotWatcher.class);
  private static final long RETRY_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final SnapshotStore store;
  private final SnapshotDirectory directory;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "snapshot-watcher");
            thread.setDaemon(true);
            return thread;
          });
  private String refusedId = "";
  private String refusal = "";
  private long refusedAt;
  private boolean reasonsFailed;
  private long reasonsFailedAt;

  public SnapshotWatcher(SnapshotStore store, SnapshotDirectory directory) {
    this.store = store;
    this.directory = directory;
  }

  /**
   * Verifies the snapshot in place, then looks at {@code CURRENT} at each interval and takes the
   * reasons of what is in place into memory.
   */
  public void start(Duration interval) {
    executor.execute(() -> guarded(store::verify));
    executor.scheduleWithFixedDelay(
        () -> {
          guarded(this::look);
          guarded(this::loadReasonFigures);
        },
        0,
        interval.toNanos(),
        TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }

  private void look() {
    String id = named();
    if (!id.isEmpty() && id.equals(refusedId) && System.nanoTime() - refusedAt < RETRY_NANOS) {
      return;
    }
    try {
      store.follow().ifPresent(fresh -> LOG.info("snapshot {} is served now", fresh));
      refusedId = "";
      refusal = "";
    } catch (RefusedSnapshotException | NothingToServeException e) {
      refuse(id, e.getMessage());
    } catch (RuntimeException | Error e) {
      // Even what a corrupt file can make of the memory leaves the old snapshot served.
      refuse(id, e.toString());
    }
  }

  /** What {@code CURRENT} names; empty if that cannot be told, and the store then says why. */
  private String named() {
    try {
      return directory.current();
    } catch (RefusedSnapshotException | NothingToServeException e) {
      return "";
    }
  }

  /**
   * Of the snapshot in place, unless they are in memory. Never of one that is about to be put
   * there: with the figures of two the collector finds no rest. After a failure a minute passes.
   */
  private void loadReasonFigures() {
    if (reasonsFailed && System.nanoTime() - reasonsFailedAt < RETRY_NANOS) {
      return;
    }
    reasonsFailed = false;
    try (Lease lease = store.acquire()) {
      Snapshot snapshot = lease.snapshot();
      if (!snapshot.hasReasonFigures() && snapshot.loadReasonFigures()) {
        LOG.info("the reasons of snapshot {} are in memory", snapshot.id());
      }
    } catch (NotReadyException | InterruptedIOException e) {
      LOG.debug("no reasons are taken into memory: {}", e.getMessage());
    } catch (IOException | RuntimeException e) {
      reasonsFailed = true;
      reasonsFailedAt = System.nanoTime();
      LOG.warn(
          "the reasons of decisions could not be taken into memory, which is tried again in a minute; meanwhile each is read from the snapshot's files: {}",
          e.toString());
    }
  }

  private void refuse(String id, String reason) {
    refusedId = id;
    refusedAt = System.nanoTime();
    if (!reason.equals(refusal)) {
      refusal = reason;
      LOG.error("CURRENT is not followed, the snapshot before it is served on: {}", reason);
    }
  }

  /** A scheduled task that throws is never run again, so nothing may come out of it. */
  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (Throwable e) {
      LOG.error("the watcher goes on after", e);
    }
  }
}
