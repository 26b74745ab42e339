package org.creditscoring.model.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.creditscoring.model.shap.Explainer;
import org.creditscoring.model.tree.Ensemble;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code bench shap}: the short form of the benchmarks, for one shape of model. The opponents
 * alternate in rounds, so that what else the machine does meets both.
 */
@Command(
    name = "bench shap",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Rows per second of our SHAP against XGBoost's own predContrib, on trees that XGBoost has trained on random rows.",
      "The last line is 'ratio N': how many times faster 307,511 rows are explained, the making of the tables counted."
    },
    footer = {
      "The long form, every depth and width: model/benchmarks/run.sh.",
      "Exit codes: 0 done, 2 wrong use, 1 our fault, or explanations that differ by more than 1e-5."
    })
public final class ShapBench implements Callable<Integer> {
  /** Past clients of the public data set: what a refresh explains. */
  private static final int POPULATION = 307_511;

  private static final double TOLERANCE = 1e-5;
  private static final int DONE = 0;
  private static final int OUR_FAULT = 1;

  @Spec private CommandSpec spec;

  @Option(
      names = "--depth",
      paramLabel = "D",
      defaultValue = "6",
      description = "of the trees (${DEFAULT-VALUE})")
  private int depth;

  @Option(
      names = "--features",
      paramLabel = "F",
      defaultValue = "120",
      description = "per row (${DEFAULT-VALUE})")
  private int features;

  @Option(
      names = "--trees",
      paramLabel = "T",
      defaultValue = "500",
      description = "of the model (${DEFAULT-VALUE})")
  private int trees;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "2",
      description = "of each opponent (${DEFAULT-VALUE})")
  private int threads;

  @Option(
      names = "--rounds",
      paramLabel = "R",
      defaultValue = "3",
      description = "the median one counts (${DEFAULT-VALUE})")
  private int rounds;

  public static void main(String[] args) {
    System.exit(
        new CommandLine(new ShapBench())
            .setExecutionExceptionHandler(
                (failure, command, parsed) -> {
                  System.err.println("The benchmark failed: " + failure);
                  return OUR_FAULT;
                })
            .execute(args));
  }

  /**
   * @param rate rows per second
   * @param processorTime seconds per row, of all threads
   */
  private record Speed(double rate, double processorTime) {}

  private record Round(Speed tables, Speed xgboost) {

    /** Seconds of XGBoost over seconds of tables, for the population. */
    double ratio(double compileSeconds) {
      return POPULATION / xgboost.rate / (compileSeconds + POPULATION / tables.rate);
    }

    double processorRatio() {
      return xgboost.processorTime / tables.processorTime;
    }
  }

  @Override
  public Integer call() throws RunnerException, XGBoostError {
    requirePositive();
    TrainedBooster trained = new TrainedBooster(depth, features, trees);
    if (!trained.exists()) {
      say("training, once; about a minute on two quiet cores");
    }
    say(
        "%,d trees of depth %d, by XGBoost %s on %,d random rows of %d features; kept in %s",
        trees,
        depth,
        TrainedBooster.xgboostVersion(),
        TrainedBooster.TRAINING_ROWS,
        features,
        trained.file().getParent());
    double compile = run(CompileBenchmark.class).getPrimaryResult().getScore() / 1000;
    List<Round> measured = new ArrayList<>();
    for (int i = 1; i <= rounds; i++) {
      Round round = new Round(speed(TablesBenchmark.class), speed(XgboostBenchmark.class));
      say(
          "round %d, threads %d: tables %,.0f rows/s, predContrib %,.1f rows/s",
          i, threads, round.tables.rate, round.xgboost.rate);
      measured.add(round);
    }
    describe(trained.ensemble(), compile);
    Agreement agreement = Agreement.of(trained);
    say(
        "largest difference over %,d rows: contributions %.1e, margins %.1e",
        Agreement.ROWS, agreement.contributions(), agreement.margins());
    if (!agreement.within(TOLERANCE)) {
      System.err.printf("They explain the same rows differently, by more than %.0e.%n", TOLERANCE);
      return OUR_FAULT;
    }
    say(
        "by processor time, without the making of the tables: %.0f times",
        median(measured.stream().mapToDouble(Round::processorRatio)));
    say("ratio %.0f", median(measured.stream().mapToDouble(round -> round.ratio(compile))));
    return DONE;
  }

  private void requirePositive() {
    for (int count : new int[] {depth, features, trees, threads, rounds}) {
      if (count < 1) {
        throw new ParameterException(
            spec.commandLine(), "every count must be 1 or more, not " + count);
      }
    }
  }

  private Speed speed(Class<?> benchmark) throws RunnerException {
    RunResult result = run(benchmark);
    return new Speed(
        result.getPrimaryResult().getScore(),
        result.getSecondaryResults().get(ProcessorTime.NAME).getScore());
  }

  private RunResult run(Class<?> benchmark) throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    options
        .include("\\b" + benchmark.getSimpleName() + "\\b")
        .param("depth", String.valueOf(depth))
        .param("features", String.valueOf(features))
        .param("trees", String.valueOf(trees))
        .addProfiler(ProcessorTime.class)
        .verbosity(VerboseMode.SILENT)
        .shouldFailOnError(true);
    // The making is a single shot: the mean of the three that its own annotation asks for.
    if (benchmark != CompileBenchmark.class) {
      options.forks(1).param("threads", String.valueOf(threads));
    }
    return new Runner(options.build()).runSingle();
  }

  /** The upper one of two in the middle. */
  private static double median(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static void describe(Ensemble ensemble, double compileSeconds) {
    Explainer explainer = Explainer.of(ensemble);
    long leaves = ensemble.trees().stream().mapToLong(tree -> (tree.size() + 1) / 2).sum();
    say(
        "tables: %.1f leaves a tree, made in %.2f s, %.1f MB, %d trees walked",
        (double) leaves / ensemble.trees().size(),
        compileSeconds,
        explainer.tableBytes() / 1e6,
        explainer.walkedTrees());
  }

  private static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }
}
