package org.creditscoring.serving.http;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Keeps requests that are turned away, which anybody may send without end, from filling the disk
 * with audit lines: in each minute the first {@value #LINES} of a sender, which is an address or a
 * token, are each put on record, the others are counted and then share one line. Bounded in memory
 * however many senders there are. Safe for use by many threads.
 */
final class Floods {
  /** Of one sender in a minute. */
  static final int LINES = 60;

  /** Told apart in a minute; the ones after them count as one. */
  static final int SENDERS = 200;

  static final String OTHERS = "others";

  private static final long MINUTE_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final LongSupplier nanos;
  private final Map<String, Integer> seen = new HashMap<>();
  private final Map<String, Integer> over = new HashMap<>();
  private long counted;
  private volatile long end;
  private volatile boolean pending;

  /**
   * @param nanos a clock that only goes forward
   */
  Floods(LongSupplier nanos) {
    this.nanos = nanos;
    end = nanos.getAsLong() + MINUTE_NANOS;
  }

  /** Whether one more request of a sender that was turned away has a line of its own. */
  synchronized boolean take(String sender) {
    turn();
    String key = seen.containsKey(sender) || seen.size() < SENDERS ? sender : OTHERS;
    if (seen.merge(key, 1, Integer::sum) <= LINES) {
      return true;
    }
    counted++;
    return false;
  }

  /** By sender, how many shared a line in the minutes that are over; each is told once. */
  Map<String, Integer> over() {
    if (!pending && nanos.getAsLong() - end < 0) {
      return Map.of();
    }
    synchronized (this) {
      turn();
      return told();
    }
  }

  /** As {@link #over}, of the running minute too. */
  synchronized Map<String, Integer> rest() {
    close();
    return told();
  }

  /** Takes back what could not be told, and tells it when the next minute is over. */
  synchronized void keep(String sender, int requests) {
    over.merge(sender, requests, Integer::sum);
  }

  /** Since the start. */
  synchronized double counted() {
    return counted;
  }

  private void turn() {
    long now = nanos.getAsLong();
    if (now - end >= 0) {
      close();
      end = now + MINUTE_NANOS;
    }
  }

  private void close() {
    seen.forEach(
        (sender, requests) -> {
          if (requests > LINES) {
            keep(sender, requests - LINES);
            pending = true;
          }
        });
    seen.clear();
  }

  private Map<String, Integer> told() {
    Map<String, Integer> told = Map.copyOf(over);
    over.clear();
    pending = false;
    return told;
  }
}
