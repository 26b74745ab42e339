package org.creditscoring.serving.snapshot;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A snapshot that closes after the last one who holds it let go, its owner included. */
final class SharedSnapshot {
  private static final Logger LOG = LoggerFactory.getLogger(SharedSnapshot.class);

  private final Snapshot snapshot;
  private final AtomicInteger holders = new AtomicInteger(1);

  SharedSnapshot(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  Snapshot snapshot() {
    return snapshot;
  }

  /** False when it is closed already. */
  boolean retain() {
    int before;
    do {
      before = holders.get();
      if (before == 0) {
        return false;
      }
    } while (!holders.compareAndSet(before, before + 1));
    return true;
  }

  void release() {
    if (holders.decrementAndGet() == 0) {
      try {
        snapshot.close();
      } catch (IOException e) {
        LOG.warn("snapshot {} did not close: {}", snapshot.id(), e.getMessage());
      }
    }
  }
}
