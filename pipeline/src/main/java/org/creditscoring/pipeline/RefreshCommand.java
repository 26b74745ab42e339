package org.creditscoring.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.creditscoring.pipeline.cache.Caching;
import org.creditscoring.pipeline.file.Scratch;
import org.creditscoring.pipeline.run.BadDataException;
import org.creditscoring.pipeline.run.GateSettings;
import org.creditscoring.pipeline.run.HeldException;
import org.creditscoring.pipeline.run.Interruption;
import org.creditscoring.pipeline.run.Meter;
import org.creditscoring.pipeline.run.PipelineSettings;
import org.creditscoring.pipeline.run.Plans;
import org.creditscoring.pipeline.run.RootCause;
import org.creditscoring.pipeline.run.RunReport;
import org.creditscoring.pipeline.run.Sparks;
import org.creditscoring.pipeline.run.StageLog;
import org.creditscoring.pipeline.run.Stages;
import org.creditscoring.pipeline.run.WrongSettingException;
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
      "3:the raw tables, a directory or a model do not allow it, or a gate keeps the snapshot back"
    })
public final class RefreshCommand extends BatchCommand {
  /** As a shell tells a process that SIGTERM ended. */
  private static final int TERMINATED = 128 + 15;

  @Option(
      names = "--snapshots",
      paramLabel = "DIR",
      description = "Directory to publish in (setting credit.pipeline.snapshots).")
  private Optional<Path> snapshots = Optional.empty();

  @Option(names = "--retrain", description = "Train a new model even if there is one.")
  private boolean retrain;

  @Option(
      names = "--gates",
      paramLabel = "MODE",
      description =
          "The most that a gate may do: stop, warn or off (setting credit.pipeline.gates.mode).")
  private Optional<GateSettings.Mode> gates = Optional.empty();

  @Option(
      names = "--explain-plan",
      description = "Print the physical plan of each of Spark's queries, as it was run.")
  private boolean explainPlan;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write what the run came to as JSON, for whoever scheduled it.")
  private Optional<Path> report = Optional.empty();

  private final RunReport facts = new RunReport();
  private final Runner runner;

  public static void main(String[] args) {
    System.exit(commandLine(RefreshCommand::onItsOwnSpark).execute(args));
  }

  /**
   * What is asked of a refresh.
   *
   * @param report of the run, which its stages are told to
   * @param interrupted what is done when a signal ends the run
   */
  record Request(
      Refresh.Training training,
      Caching caching,
      boolean explainPlan,
      RunReport report,
      Runnable interrupted) {}

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
    RefreshCommand command = new RefreshCommand(runner);
    CommandLine line = commandLine(command);
    CommandLine.IExecutionExceptionHandler explaining = line.getExecutionExceptionHandler();
    return line.setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (failure, failed, parsed) -> {
              int code = explaining.handleExecutionException(failure, failed, parsed);
              command.report(code, told(failure));
              return code;
            });
  }

  /** A failure of the input has a message for people; of any other the root says most. */
  private static String told(Exception failure) {
    return failure instanceof BadDataException
            || failure instanceof HeldException
            || failure instanceof WrongSettingException
        ? failure.getMessage()
        : RootCause.of(failure);
  }

  /** A report that cannot be written does not undo a snapshot that is published. */
  private void report(int exitCode, String message) {
    try {
      if (report.isPresent()) {
        facts.write(report.get(), exitCode, message);
      }
    } catch (IOException e) {
      System.err.println(
          "warning: the report " + report.get() + " cannot be written: " + RootCause.of(e));
    }
  }

  @Override
  void run(PipelineSettings settings) throws IOException {
    runner.run(
        settings,
        new Request(
            retrain ? Refresh.Training.ALWAYS : Refresh.Training.IF_NEEDED,
            caching(),
            explainPlan,
            facts,
            () -> report(TERMINATED, Interruption.TOLD)));
    report(CommandLine.ExitCode.OK, "");
  }

  @Override
  PipelineSettings flags(PipelineSettings settings) {
    return settings
        .at(settings.raw(), snapshots.orElse(settings.snapshots()), settings.models())
        .gated(settings.gates().in(gates.orElse(settings.gates().mode())));
  }

  @Override
  String untouched() {
    return "Nothing that was published before has changed.";
  }

  private static void onItsOwnSpark(PipelineSettings settings, Request request) throws IOException {
    StageLog log = new StageLog(settings.log(), System.err::println);
    try (Interruption interruption = Interruption.toldTo(System.err, request.interrupted());
        Scratch scratch = Scratch.in(settings.cache());
        SparkSession spark = Sparks.session(settings, scratch.path())) {
      if (request.explainPlan()) {
        spark.listenerManager().register(new Plans(System.out));
      }
      Stages stages = new Stages(System.out, Meter.of(spark.sparkContext()), log, request.report());
      new Refresh(spark, settings, stages, Clock.systemUTC())
          .run(request.training(), request.caching());
    }
  }
}
