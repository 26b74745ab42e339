package org.creditscoring.model.benchmarks;

import java.util.concurrent.TimeUnit;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * The opponent: rows per second of XGBoost's {@code predContrib} on the same trees and the same
 * kind of rows. Its matrix is made beforehand, which is not counted.
 *
 * <p>Run it by {@code model/benchmarks/run.sh XgboostBenchmark}; JMH's options follow.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 2, jvmArgs = "-Xmx2g")
@Warmup(iterations = 1, time = 2)
@Measurement(iterations = 3, time = 2)
public class XgboostBenchmark {
  static final int ROWS = 512;

  @Param({"4", "6", "8"})
  public int depth;

  @Param({"100", "120", "300", "600"})
  public int features;

  @Param("500")
  public int trees;

  @Param({"1", "2"})
  public int threads;

  private Booster booster;
  private DMatrix matrix;

  @Setup
  public void setUp() throws XGBoostError {
    booster = new TrainedBooster(depth, features, trees).booster(threads);
    float[] values = new SyntheticRows(features).values(TrainedBooster.TRAINING_ROWS, ROWS);
    matrix = TrainedBooster.matrix(values, features);
  }

  @Benchmark
  @OperationsPerInvocation(ROWS)
  public float[][] predContrib() throws XGBoostError {
    return booster.predictContrib(matrix, 0);
  }
}
