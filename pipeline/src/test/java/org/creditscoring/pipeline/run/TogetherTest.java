package org.creditscoring.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Encoders;
import org.creditscoring.pipeline.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TogetherTest extends SparkTest {
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
  void theFirstFailureEndsTheOthersJobs() {
    FilterFunction<Long> endless =
        id -> {
          Thread.sleep(600_000);
          return true;
        };

    assertThatThrownBy(
            () ->
                Together.each(
                    spark(),
                    List.of("endless", "bad"),
                    table -> {
                      if (table.equals("bad")) {
                        throw new BadDataException(table);
                      }
                      return spark().range(1).as(Encoders.LONG()).filter(endless).count();
                    }))
        .isInstanceOf(BadDataException.class)
        .hasMessage("bad");
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
