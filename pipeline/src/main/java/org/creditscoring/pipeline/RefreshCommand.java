package org.creditscoring.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.creditscoring.pipeline.run.Interruption;
import org.creditscoring.pipeline.run.PipelineSettings;
import org.creditscoring.pipeline.run.Sparks;
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

  private final Runner runner;

  public static void main(String[] args) {
    System.exit(commandLine(RefreshCommand::onItsOwnSpark).execute(args));
  }

  /** Runs a refresh on some Spark. */
  @FunctionalInterface
  interface Runner {
    void run(PipelineSettings settings, Refresh.Training training) throws IOException;
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
    runner.run(settings, retrain ? Refresh.Training.ALWAYS : Refresh.Training.IF_NEEDED);
  }

  @Override
  PipelineSettings flags(PipelineSettings settings) {
    return settings.at(settings.raw(), snapshots.orElse(settings.snapshots()), settings.models());
  }

  @Override
  String untouched() {
    return "Nothing that was published before has changed.";
  }

  private static void onItsOwnSpark(PipelineSettings settings, Refresh.Training training)
      throws IOException {
    try (SparkSession spark = Sparks.session(settings);
        Interruption interruption = Interruption.toldTo(System.err)) {
      new Refresh(spark, settings, new Stages(System.out), Clock.systemUTC()).run(training);
    }
  }
}
