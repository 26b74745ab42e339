package org.creditscoring.model.benchmarks;

import java.util.concurrent.TimeUnit;
import org.creditscoring.model.shap.Explainer;
import org.creditscoring.model.tree.Ensemble;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Milliseconds in which an ensemble becomes tables, in a JVM that has done it never before: what a
 * batch pays, once.
 *
 * <p>Run it by {@code model/benchmarks/run.sh CompileBenchmark}; JMH's options follow.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 3, jvmArgs = "-Xmx2g")
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class CompileBenchmark {
  @Param({"4", "6", "8"})
  public int depth;

  @Param({"100", "120", "300", "600"})
  public int features;

  @Param("500")
  public int trees;

  private Ensemble ensemble;

  @Setup
  public void setUp() {
    ensemble = new TrainedBooster(depth, features, trees).ensemble();
  }

  @Benchmark
  public Explainer compile() {
    return Explainer.of(ensemble);
  }
}
