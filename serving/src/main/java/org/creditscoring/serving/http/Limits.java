package org.creditscoring.serving.http;

import java.time.Duration;

/**
 * How much one client, or all of them, may ask of the service.
 *
 * @param threads that answer, at most, 8 or more
 * @param connections open at one time, at most
 * @param perSecond requests of one token
 * @param idle after which a connection on which nothing moves is closed
 */
public record Limits(int threads, int connections, int perSecond, Duration idle) {
  public static final Limits USUAL = new Limits(32, 1_024, 1_000, Duration.ofSeconds(75));

  private static final int LEAST_THREADS = 8;

  public Limits {
    atLeast("threads", threads, LEAST_THREADS);
    atLeast("connections", connections, 1);
    atLeast("rateLimit", perSecond, 1);
    if (idle.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("idleTimeout must be 1 s or more, is " + idle);
    }
  }

  private static void atLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be " + least + " or more, is " + value);
    }
  }
}
