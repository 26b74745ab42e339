package org.creditscoring.pipeline.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.TaskSchedulerImpl;
import org.apache.spark.sql.SparkSession;
import scala.collection.JavaConverters;

/**
 * Runs Spark's jobs for several tables side by side: while the last tasks of one leave cores idle,
 * or the driver plans one, another is at work.
 */
public final class Together {
  private static final int MOST = 4;

  private static final long ASKED_MILLIS = 1_000;

  /** For those who cannot be interrupted, as a thread in native code: the run ends without them. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private Together() {}

  /** What is done for one table. */
  @FunctionalInterface
  public interface Work<A, B> {
    B of(A table) throws IOException;
  }

  /**
   * The results, in the order of the tables, which are begun in that order too. The first failure
   * ends the others' jobs, and nobody else's, and is thrown once their tasks have ended.
   */
  public static <A, B> List<B> each(SparkSession spark, List<A> tables, Work<A, B> work) {
    int cores = spark.sparkContext().defaultParallelism();
    return each(spark, Math.max(2, Math.min(cores, MOST)), tables, work);
  }

  /**
   * The same for trainings, as many at once as there are slots for all their workers, which wait
   * for each other.
   */
  public static <A, B> List<B> trainings(
      SparkSession spark, int workers, List<A> trainings, Work<A, B> work) {
    int fit = spark.sparkContext().defaultParallelism() / workers;
    return each(spark, Math.max(1, Math.min(fit, MOST)), trainings, work);
  }

  private static <A, B> List<B> each(
      SparkSession spark, int atOnce, List<A> tables, Work<A, B> work) {
    SparkContext context = spark.sparkContext();
    String tag = "together-" + UUID.randomUUID();
    ExecutorService threads = Executors.newFixedThreadPool(atOnce);
    boolean done = false;
    try {
      ExecutorCompletionService<B> service = new ExecutorCompletionService<>(threads);
      List<Future<B>> futures = new ArrayList<>();
      for (A table : tables) {
        futures.add(
            service.submit(
                () -> {
                  context.addJobTag(tag);
                  // A cancelled task that waits, or reads a large file, is not to be waited for.
                  context.setInterruptOnCancel(true);
                  return work.of(table);
                }));
      }
      for (int i = 0; i < futures.size(); i++) {
        result(service.take());
      }
      List<B> results = new ArrayList<>();
      for (Future<B> future : futures) {
        results.add(result(future));
      }
      done = true;
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      threads.shutdownNow();
      if (!done) {
        end(context, tag, threads);
      }
    }
  }

  private static <B> B result(Future<B> done) throws InterruptedException {
    try {
      return done.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof IOException failure) {
        throw new UncheckedIOException(failure);
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      // Spark throws checked exceptions that its Java signatures do not declare.
      throw new IllegalStateException(e.getCause());
    }
  }

  /**
   * Cancels until no task is left: a thread, of ours or Spark's own for a broadcast, may begin one
   * more job after the others were cancelled. Tasks end a little after their jobs, and may still
   * write; whoever removes files comes after.
   */
  private static void end(SparkContext context, String tag, ExecutorService threads) {
    boolean interrupted = false;
    boolean cancelled = false;
    boolean ended = context.isStopped();
    long until = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (!ended && System.nanoTime() < until) {
      try {
        boolean last = threads.isTerminated();
        context.cancelJobsWithTag(tag);
        if (cancelled) {
          ended = context.isStopped() || idle(context);
        } else {
          cancelled = last && allAskedIsDone(context);
        }
        Thread.sleep(20);
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (IllegalStateException e) {
        // A context that stops takes its tasks with it; why it stops is told by what failed.
        ended = context.isStopped();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Waits until Spark's scheduler has dealt with everything asked of it before. It works off one
   * queue, so a job that is cancelled at once ends after all that stand in front of it; until then
   * a task may be at work that nobody has counted.
   */
  private static boolean allAskedIsDone(SparkContext context) throws InterruptedException {
    JavaFutureAction<Long> last =
        JavaSparkContext.fromSparkContext(context).parallelize(List.of(0), 1).countAsync();
    last.cancel(true);
    try {
      last.get(ASKED_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (CancellationException | ExecutionException e) {
      return true; // either way it has ended
    } catch (TimeoutException e) {
      return false; // asked again
    }
  }

  /**
   * No task of the session, which is one run's own. Asked of the scheduler itself, for the public
   * status is written with a delay and may show for seconds a task that has ended.
   */
  private static boolean idle(SparkContext context) {
    return !(context.taskScheduler() instanceof TaskSchedulerImpl scheduler)
        || JavaConverters.mapAsJavaMap(scheduler.runningTasksByExecutors()).values().stream()
            .allMatch(running -> running.equals(0));
  }
}
