package org.creditscoring.serving.http;

import java.time.Duration;

/**
 * How much one client, or all of them, may ask of the service.
 *
 * @param threads that answer, at most, 8 or more
 * @param connections open at one time, at most
 * @param perSecond requests of one token
 * @param bodyBytes of one request
 * @param idle after which a connection on which nothing moves is closed
 */
public record Limits(int threads, int connections, int perSecond, int bodyBytes, Duration idle) {
  public static final Limits USUAL = new Limits(32, 1_024, 1_000, 65_536, Duration.ofSeconds(30));

  private static final int LEAST_THREADS = 8;
  private static final int LEAST_BODY = 1_024;
  private static final int MOST_BODY = 16_777_216;

  public Limits {
    atLeast("threads", threads, LEAST_THREADS);
    atLeast("connections", connections, 1);
    atLeast("rateLimit", perSecond, 1);
    atLeast("bodyBytes", bodyBytes, LEAST_BODY);
    if (bodyBytes > MOST_BODY) {
      throw new IllegalArgumentException(
          "bodyBytes must be " + MOST_BODY + " or less, is " + bodyBytes);
    }
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
