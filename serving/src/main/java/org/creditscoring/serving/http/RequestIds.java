package org.creditscoring.serving.http;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** Names for requests: those that the caller or a proxy gave, else our own. */
final class RequestIds {
  static final String HEADER = "X-Request-Id";

  private static final Pattern GIVEN = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final int HEX = 16;

  /** Tells the requests of one run of the service from those of another. */
  private final String run = Integer.toString(new SecureRandom().nextInt(1 << 28) + (1 << 28), HEX);

  private final AtomicLong last = new AtomicLong();

  /**
   * @param given the header of the request, or null; what is not an id is not repeated
   */
  String of(String given) {
    return given != null && GIVEN.matcher(given).matches()
        ? given
        : run + "-" + Long.toString(last.incrementAndGet(), HEX);
  }
}
