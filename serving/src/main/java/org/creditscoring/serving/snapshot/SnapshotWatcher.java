package org.creditscoring.serving.snapshot;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at {@code CURRENT} again and again, which works on every file system. A refusal is logged
 * once; the same snapshot is tried again after a minute, and less and less often if it is its
 * content that is wrong and another one is served meanwhile.
 */
public final class SnapshotWatcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SnapshotWatcher.class);

  private final SnapshotStore store;
  private final SnapshotDirectory directory;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "snapshot-watcher");
            thread.setDaemon(true);
            return thread;
          });
  private final Backoff retry;
  private final Backoff reasonsRetry;
  private String refusedId = "";
  private String refusal = "";

  public SnapshotWatcher(SnapshotStore store, SnapshotDirectory directory) {
    this(store, directory, System::nanoTime);
  }

  /**
   * @param nanoTime a clock as {@link System#nanoTime()}
   */
  SnapshotWatcher(SnapshotStore store, SnapshotDirectory directory, LongSupplier nanoTime) {
    this.store = store;
    this.directory = directory;
    retry = new Backoff(nanoTime);
    reasonsRetry = new Backoff(nanoTime);
  }

  /**
   * Verifies the snapshot in place, then looks at {@code CURRENT} at each interval and takes the
   * reasons of what is in place into memory.
   */
  public void start(Duration interval) {
    executor.execute(() -> guarded(this::verify));
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

  /** What is wrong in its content is not read again at once because {@code CURRENT} names it. */
  private void verify() {
    String id = store.status().snapshotId();
    if (store.verify().filter(RefusedSnapshotException::ofContent).isPresent()) {
      retry.failed();
      refusedId = id;
    }
  }

  private void look() {
    String id = named();
    if (!id.isEmpty() && id.equals(refusedId) && retry.waiting()) {
      return;
    }
    try {
      store.follow().ifPresent(this::served);
      refusedId = "";
      refusal = "";
    } catch (RefusedSnapshotException e) {
      refuse(id, e.getMessage(), e.ofContent());
    } catch (NothingToServeException e) {
      refuse(id, e.getMessage(), false);
    } catch (RuntimeException | Error e) {
      // Even what a corrupt file can make of the memory leaves the old snapshot served.
      refuse(id, e.toString(), true);
    }
  }

  private void served(String id) {
    LOG.info("snapshot {} is served now", id);
    reasonsRetry.reset();
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
   * there: with the figures of two the collector finds no rest.
   */
  private void loadReasonFigures() {
    if (reasonsRetry.waiting()) {
      return;
    }
    try (Lease lease = store.acquire()) {
      Snapshot snapshot = lease.snapshot();
      if (!snapshot.hasReasonFigures() && snapshot.loadReasonFigures()) {
        LOG.info("the reasons of snapshot {} are in memory", snapshot.id());
      }
      reasonsRetry.reset();
    } catch (NotReadyException | InterruptedIOException e) {
      LOG.debug("no reasons are taken into memory: {}", e.getMessage());
    } catch (IOException | RuntimeException | Error e) {
      reasonsRetry.failed();
      LOG.warn(
          "the reasons of decisions could not be taken into memory, which is tried again later; meanwhile each is read from the snapshot's files: {}",
          e.toString());
    }
  }

  private void refuse(String id, String reason, boolean costly) {
    boolean serves = store.serves();
    if (!costly || !serves || !id.equals(refusedId)) {
      retry.reset();
    }
    retry.failed();
    refusedId = id;
    if (!reason.equals(refusal)) {
      refusal = reason;
      LOG.error(
          serves
              ? "CURRENT is not followed, the snapshot before it is served on: {}"
              : "no snapshot is served: {}",
          reason);
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
