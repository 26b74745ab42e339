package org.creditscoring.pipeline.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.sql.SparkSession;

/**
 * Runs Spark's jobs for several tables side by side: while the last tasks of one leave cores idle,
 * or the driver plans one, another is at work.
 */
public final class Together {
  private static final int MOST = 4;

  private Together() {}

  /** What is done for one table. */
  @FunctionalInterface
  public interface Work<A, B> {
    B of(A table) throws IOException;
  }

  /**
   * The results, in the order of the tables, which are begun in that order too. The first failure
   * ends the others' jobs and is thrown.
   */
  public static <A, B> List<B> each(SparkSession spark, List<A> tables, Work<A, B> work) {
    int cores = spark.sparkContext().defaultParallelism();
    ExecutorService threads = Executors.newFixedThreadPool(Math.max(2, Math.min(cores, MOST)));
    try {
      ExecutorCompletionService<B> service = new ExecutorCompletionService<>(threads);
      List<Future<B>> futures = new ArrayList<>();
      for (A table : tables) {
        futures.add(service.submit(() -> work.of(table)));
      }
      for (int i = 0; i < futures.size(); i++) {
        result(service.take());
      }
      List<B> results = new ArrayList<>();
      for (Future<B> future : futures) {
        results.add(result(future));
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      end(spark, threads);
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

  /** After success nothing is left to cancel; after a failure nobody waits for the others. */
  private static void end(SparkSession spark, ExecutorService threads) {
    threads.shutdownNow();
    while (!threads.isTerminated()) {
      spark.sparkContext().cancelAllJobs();
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
