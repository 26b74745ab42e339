package org.creditscoring.serving.snapshot;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How long to leave alone what failed: a minute, after each further failure twice as long, an hour
 * at most. For one thread.
 */
final class Backoff {
  static final long FIRST_NANOS = TimeUnit.MINUTES.toNanos(1);
  static final long LONGEST_NANOS = TimeUnit.HOURS.toNanos(1);

  private final LongSupplier nanoTime;
  private long wait;
  private long failedAt;

  /**
   * @param nanoTime a clock as {@link System#nanoTime()}
   */
  Backoff(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  boolean waiting() {
    return wait > 0 && nanoTime.getAsLong() - failedAt < wait;
  }

  void failed() {
    wait = wait == 0 ? FIRST_NANOS : Math.min(2 * wait, LONGEST_NANOS);
    failedAt = nanoTime.getAsLong();
  }

  /** The next failure is the first. */
  void reset() {
    wait = 0;
  }
}
