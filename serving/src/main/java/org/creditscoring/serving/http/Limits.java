package org.creditscoring.serving.http;

import java.time.Duration;

/**
 * How much one client, or all of them, may ask of the service.
 *
 * @param threads that answer, at most, 8 or more
 * @param connections open at one time, at most
 * @param perSecond requests of one token
 * @param idle after which a request of which nothing moves is given up, 1 s or more
 * @param keepAlive after which a connection without a request is closed, 1 s or more
 */
public record Limits(
    int threads, int connections, int perSecond, Duration idle, Duration keepAlive) {
  public static final Limits USUAL =
      new Limits(32, 1_024, 1_000, Duration.ofSeconds(30), Duration.ofSeconds(620));

  private static final int LEAST_THREADS = 8;

  public Limits {
    atLeast("threads", threads, LEAST_THREADS);
    atLeast("connections", connections, 1);
    atLeast("rateLimit", perSecond, 1);
    atLeastOneSecond("idleTimeout", idle);
    atLeastOneSecond("keepAlive", keepAlive);
  }

  private static void atLeastOneSecond(String name, Duration duration) {
    if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException(name + " must be 1 s or more, is " + duration);
    }
  }

  private static void atLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be " + least + " or more, is " + value);
    }
  }
}
