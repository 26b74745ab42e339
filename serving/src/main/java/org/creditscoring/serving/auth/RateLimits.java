package org.creditscoring.serving.auth;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** How many requests each token has left: a bucket that refills evenly over each second. */
public final class RateLimits {
  private final int perSecond;
  private final ConcurrentMap<String, Bucket> buckets = new ConcurrentHashMap<>();

  /**
   * @param perSecond requests of one token in a second, 1 or more
   */
  public RateLimits(int perSecond) {
    this.perSecond = perSecond;
  }

  public int perSecond() {
    return perSecond;
  }

  /** Takes one request of a token; false when none is left, for a second at most. */
  public boolean take(String token) {
    return buckets.computeIfAbsent(token, name -> bucket()).tryConsume(1);
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(
            Bandwidth.builder()
                .capacity(perSecond)
                .refillGreedy(perSecond, Duration.ofSeconds(1))
                .build())
        .build();
  }
}
