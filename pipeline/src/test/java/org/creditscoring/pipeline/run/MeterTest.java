package org.creditscoring.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.creditscoring.pipeline.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.Option;
import scala.Tuple4;
import scala.collection.JavaConverters;

class MeterTest extends SparkTest {
  @TempDir java.nio.file.Path directory;

  /** A heartbeat is told by the executor, the end of a task by the scheduler: they may cross. */
  @Test
  void whatARunningTaskToldIsNotCountedBesideWhatItEndedWith() {
    String file = directory.resolve("numbers").toUri().toString();
    spark().range(0, 1_000, 1, 1).write().parquet(file);
    List<SparkListenerTaskStart> starts = new ArrayList<>();
    List<SparkListenerTaskEnd> ends = new ArrayList<>();
    SparkListener recorder =
        new SparkListener() {
          @Override
          public void onTaskStart(SparkListenerTaskStart start) {
            starts.add(start);
          }

          @Override
          public void onTaskEnd(SparkListenerTaskEnd end) {
            ends.add(end);
          }
        };
    Meter live = Meter.of(spark().sparkContext());
    spark().sparkContext().addSparkListener(recorder);
    spark().read().parquet(file).as("numbers").collectAsList();
    live.settled();
    spark().sparkContext().removeSparkListener(recorder);
    SparkListenerTaskEnd reading =
        ends.stream()
            .filter(end -> end.taskMetrics().inputMetrics().recordsRead() == 1_000)
            .findFirst()
            .orElseThrow();
    long id = reading.taskInfo().taskId();

    Meter meter = Meter.of(spark().sparkContext());
    meter.onExecutorMetricsUpdate(told(id, 100));
    assertThat(meter.now().rowsRead()).as("before it began").isZero();
    starts.stream().filter(start -> start.taskInfo().taskId() == id).forEach(meter::onTaskStart);
    meter.onExecutorMetricsUpdate(told(id, 400));
    assertThat(meter.now().rowsRead()).as("while it runs").isEqualTo(400);
    meter.onTaskEnd(reading);
    assertThat(meter.now().rowsRead()).as("when it ended").isEqualTo(1_000);
    meter.onExecutorMetricsUpdate(told(id, 700));
    assertThat(meter.now().rowsRead()).as("told before its end, heard after").isEqualTo(1_000);
    spark().sparkContext().removeSparkListener(meter);
    spark().sparkContext().removeSparkListener(live);
  }

  private static SparkListenerExecutorMetricsUpdate told(long task, long rows) {
    AccumulableInfo read =
        new AccumulableInfo(
            1,
            Option.apply("internal.metrics.input.recordsRead"),
            Option.apply((Object) rows),
            Option.empty(),
            true,
            true,
            Option.empty());
    return new SparkListenerExecutorMetricsUpdate(
        "driver",
        JavaConverters.asScalaBuffer(
                List.of(
                    new Tuple4<Object, Object, Object, scala.collection.Seq<AccumulableInfo>>(
                        task, 0, 0, JavaConverters.asScalaBuffer(List.of(read)).toSeq())))
            .toSeq(),
        new scala.collection.mutable.HashMap<>());
  }
}
