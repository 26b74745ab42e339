package org.creditscoring.serving.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
  private final Backoff backoff = new Backoff(now::get);

  @Test
  void waitsTwiceAsLongAfterEachFailureUpToAnHour() {
    assertThat(backoff.waiting()).isFalse();
    for (int minutes : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
      backoff.failed();
      now.addAndGet(Duration.ofMinutes(minutes).toNanos() - 1);
      assertThat(backoff.waiting()).isTrue();
      now.incrementAndGet();
      assertThat(backoff.waiting()).isFalse();
    }
  }

  @Test
  void beginsAnewAfterASuccess() {
    backoff.failed();
    backoff.failed();
    backoff.reset();
    assertThat(backoff.waiting()).isFalse();
    backoff.failed();
    now.addAndGet(Duration.ofMinutes(1).toNanos());
    assertThat(backoff.waiting()).isFalse();
  }
}
