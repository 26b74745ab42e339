package org.creditscoring.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Encoders;
import org.creditscoring.pipeline.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TogetherTest extends SparkTest {
  /** Static, so that a task sees them: Spark copies what a function holds. */
  private static final AtomicReference<CountDownLatch> BEGUN = new AtomicReference<>();

  private static final AtomicReference<CountDownLatch> ENDED = new AtomicReference<>();

  @Test
  @Timeout(60)
  void twoAreAtWorkAtOnceAndResultsKeepTheirOrder() {
    CountDownLatch second = new CountDownLatch(1);

    List<Long> counts =
        Together.each(
            spark(),
            List.of(1, 2, 3),
            rows -> {
              if (rows == 1) {
                await(second);
              } else {
                second.countDown();
              }
              return spark().range(rows).count();
            });

    assertThat(counts).containsExactly(1L, 2L, 3L);
  }

  @Test
  @Timeout(60)
  void theFirstFailureEndsTheOthersJobsAndTheirTasks() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    BEGUN.set(begun);
    ENDED.set(ended);
    FilterFunction<Long> endless =
        id -> {
          BEGUN.get().countDown();
          try {
            Thread.sleep(600_000);
          } finally {
            ENDED.get().countDown();
          }
          return true;
        };

    assertThatThrownBy(
            () ->
                Together.each(
                    spark(),
                    List.of("endless", "bad"),
                    table -> {
                      if (table.equals("bad")) {
                        await(begun);
                        throw new BadDataException(table);
                      }
                      return spark().range(1).as(Encoders.LONG()).filter(endless).count();
                    }))
        .isInstanceOf(BadDataException.class)
        .hasMessage("bad");
    // A task that slept on would keep one of the few slots from whatever comes next.
    assertThat(ended.await(0, TimeUnit.SECONDS)).isTrue();
  }

  /** A job of the same session that none of the tables began. */
  @Test
  @Timeout(60)
  void nobodyElsesJobIsCancelled() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    BEGUN.set(begun);
    FilterFunction<Long> slow =
        id -> {
          BEGUN.get().countDown();
          Thread.sleep(1_000);
          return true;
        };
    CompletableFuture<Long> other =
        CompletableFuture.supplyAsync(
            () -> spark().range(0, 1, 1, 1).as(Encoders.LONG()).filter(slow).count());
    begun.await();

    assertThatThrownBy(
            () ->
                Together.each(
                    spark(),
                    List.of(1),
                    table -> {
                      throw new BadDataException("bad");
                    }))
        .hasMessage("bad");

    assertThat(other.get()).isEqualTo(1);
  }

  @Test
  void aFailureOfAFileStaysOne() {
    assertThatThrownBy(
            () ->
                Together.each(
                    spark(),
                    List.of(1),
                    table -> {
                      throw new IOException("no such file");
                    }))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("no such file");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
