package org.creditscoring.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeoutException;
import org.creditscoring.pipeline.SparkTest;
import org.junit.jupiter.api.Test;

class PlansTest extends SparkTest {
  @Test
  void printsThePhysicalPlanOfEachQueryThatWasRun() throws TimeoutException {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    Plans plans = new Plans(new PrintStream(told, true, StandardCharsets.UTF_8));
    spark().listenerManager().register(plans);
    try {
      spark().range(7).filter("id > 3").collectAsList();
      spark().sparkContext().listenerBus().waitUntilEmpty(10_000);
    } finally {
      spark().listenerManager().unregister(plans);
    }

    assertThat(told.toString(StandardCharsets.UTF_8))
        .contains("plan of a collectAsList:")
        .contains("== Physical Plan ==")
        .contains("Filter")
        .contains("Range (0, 7");
  }
}
