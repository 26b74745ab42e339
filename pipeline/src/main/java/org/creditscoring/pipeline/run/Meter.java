package org.creditscoring.pipeline.run;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.apache.spark.SparkContext;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import scala.Tuple4;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * Follows what Spark's tasks read and write: of ended ones exactly, of running ones as last told.
 */
public final class Meter extends SparkListener {
  private static final long LONGEST_WAIT_MILLIS = 10_000;
  private static final String ROWS_READ = "internal.metrics.input.recordsRead";
  private static final String BYTES_READ = "internal.metrics.input.bytesRead";

  private final SparkContext context;

  /** By the task's id; a task is here from its start to its end and never again. */
  private final Map<Long, Flow> running = new HashMap<>();

  private Flow ended = Flow.NONE;

  private Meter(SparkContext context) {
    this.context = context;
  }

  /** Follows every task of a session from now on. */
  public static Meter of(SparkContext context) {
    Meter meter = new Meter(context);
    context.addSparkListener(meter);
    return meter;
  }

  /** So far; running tasks tell what they have read every few seconds. */
  synchronized Flow now() {
    return running.values().stream().reduce(ended, Flow::plus);
  }

  /** Once every task that has ended is counted. */
  Flow settled() {
    try {
      context.listenerBus().waitUntilEmpty(LONGEST_WAIT_MILLIS);
    } catch (TimeoutException e) {
      // A figure of a report: what was heard by now must do.
      return now();
    }
    return now();
  }

  @Override
  public synchronized void onTaskStart(SparkListenerTaskStart start) {
    running.put(start.taskInfo().taskId(), Flow.NONE);
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
    running.remove(end.taskInfo().taskId());
    TaskMetrics metrics = end.taskMetrics();
    if (metrics != null) {
      ended =
          ended.plus(
              new Flow(
                  metrics.inputMetrics().recordsRead(),
                  metrics.inputMetrics().bytesRead(),
                  metrics.outputMetrics().recordsWritten(),
                  metrics.outputMetrics().bytesWritten(),
                  metrics.shuffleWriteMetrics().bytesWritten()));
    }
  }

  @Override
  public synchronized void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate update) {
    for (Tuple4<Object, Object, Object, Seq<AccumulableInfo>> task :
        JavaConverters.seqAsJavaList(update.accumUpdates())) {
      long rows = 0;
      long bytes = 0;
      for (AccumulableInfo figure : JavaConverters.seqAsJavaList(task._4())) {
        String name = figure.name().getOrElse(() -> "");
        if (figure.update().isDefined() && figure.update().get() instanceof Long value) {
          rows = name.equals(ROWS_READ) ? value : rows;
          bytes = name.equals(BYTES_READ) ? value : bytes;
        }
      }
      // What an executor told before a task ended may be heard after its end, which counts whole.
      running.replace((Long) task._1(), new Flow(rows, bytes, 0, 0, 0));
    }
  }
}
