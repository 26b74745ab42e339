package org.creditscoring.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.creditscoring.pipeline.cache.Caching;
import org.creditscoring.pipeline.run.Interruption;
import org.creditscoring.pipeline.run.Meter;
import org.creditscoring.pipeline.run.PipelineSettings;
import org.creditscoring.pipeline.run.Plans;
import org.creditscoring.pipeline.run.Sparks;
import org.creditscoring.pipeline.run.StageLog;
import org.creditscoring.pipeline.run.Stages;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code refresh}: reads flags and settings, starts Spark, runs one {@link Refresh}. */
@Command(
    name = "refresh",
    mixinStandardHelpOptions = true,
    description = "Scores and explains every client and publishes a snapshot.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:a snapshot was published",
      "1:our fault",
      "2:wrong use",
      "3:the raw tables, a directory or a model do not allow it"
    })
public final class RefreshCommand extends BatchCommand {
  @Option(
      names = "--snapshots",
      paramLabel = "DIR",
      description = "Directory to publish in (setting credit.pipeline.snapshots).")
  private Optional<Path> snapshots = Optional.empty();

  @Option(names = "--retrain", description = "Train a new model even if there is one.")
  private boolean retrain;

  @Option(
      names = "--explain-plan",
      description = "Print the physical plan of each of Spark's queries, as it was run.")
  private boolean explainPlan;

  private final Runner runner;

  public static void main(String[] args) {
    System.exit(commandLine(RefreshCommand::onItsOwnSpark).execute(args));
  }

  /** What is asked of a refresh. */
  record Request(Refresh.Training training, Caching caching, boolean explainPlan) {}

  /** Runs a refresh on some Spark. */
  @FunctionalInterface
  interface Runner {
    void run(PipelineSettings settings, Request request) throws IOException;
  }

  private RefreshCommand(Runner runner) {
    this.runner = runner;
  }

  /** The command with our exit codes. */
  static CommandLine commandLine(Runner runner) {
    return commandLine(new RefreshCommand(runner));
  }

  @Override
  void run(PipelineSettings settings) throws IOException {
    runner.run(
        settings,
        new Request(
            retrain ? Refresh.Training.ALWAYS : Refresh.Training.IF_NEEDED,
            caching(),
            explainPlan));
  }

  @Override
  PipelineSettings flags(PipelineSettings settings) {
    return settings.at(settings.raw(), snapshots.orElse(settings.snapshots()), settings.models());
  }

  @Override
  String untouched() {
    return "Nothing that was published before has changed.";
  }

  private static void onItsOwnSpark(PipelineSettings settings, Request request) throws IOException {
    StageLog log = new StageLog(settings.log());
    try (SparkSession spark = Sparks.session(settings);
        Interruption interruption = Interruption.toldTo(System.err)) {
      if (request.explainPlan()) {
        spark.listenerManager().register(new Plans(System.out));
      }
      Stages stages = new Stages(System.out, Meter.of(spark.sparkContext()), log);
      new Refresh(spark, settings, stages, Clock.systemUTC())
          .run(request.training(), request.caching());
    }
  }
}
