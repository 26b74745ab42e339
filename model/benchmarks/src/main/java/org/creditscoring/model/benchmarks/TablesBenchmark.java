package org.creditscoring.model.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.creditscoring.model.shap.Explainer;
import org.creditscoring.model.shap.Workspace;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Rows per second of our explainer, margins and contributions, in the row-major arrays that the
 * batch hands over. Each thread takes its share of the rows with its own workspace, as Spark's
 * tasks do.
 *
 * <p>Run it by {@code model/benchmarks/run.sh TablesBenchmark}; JMH's options follow.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 2, jvmArgs = "-Xmx2g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class TablesBenchmark {
  static final int ROWS = 65_536;

  @Param({"4", "6", "8"})
  public int depth;

  @Param({"100", "120", "300", "600"})
  public int features;

  @Param("500")
  public int trees;

  @Param({"1", "2"})
  public int threads;

  private Explainer explainer;
  private List<Share> shares;
  private ExecutorService pool;

  /** What one thread explains. */
  private record Share(
      float[] values, float[] contributions, double[] margins, Workspace workspace) {

    static Share of(SyntheticRows rows, int first, int count, Explainer explainer) {
      float[] values = rows.values(first, count);
      return new Share(values, new float[values.length], new double[count], explainer.workspace());
    }
  }

  @Setup
  public void setUp() {
    explainer = Explainer.of(new TrainedBooster(depth, features, trees).ensemble());
    SyntheticRows rows = new SyntheticRows(features);
    shares = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      int count = ROWS / threads;
      shares.add(Share.of(rows, TrainedBooster.TRAINING_ROWS + t * count, count, explainer));
    }
    pool = Executors.newFixedThreadPool(threads);
  }

  @Benchmark
  @OperationsPerInvocation(ROWS)
  public double[] explain() throws InterruptedException, ExecutionException {
    List<Future<?>> running = new ArrayList<>();
    for (Share share : shares) {
      running.add(
          pool.submit(
              () ->
                  explainer.explain(
                      share.values, share.contributions, share.margins, share.workspace)));
    }
    for (Future<?> one : running) {
      one.get();
    }
    return shares.get(0).margins;
  }

  @TearDown
  public void tearDown() {
    pool.shutdown();
  }
}
