package org.creditscoring.pipeline;

import com.typesafe.config.ConfigException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.creditscoring.pipeline.run.BadDataException;
import org.creditscoring.pipeline.run.Interruption;
import org.creditscoring.pipeline.run.PipelineSettings;
import org.creditscoring.pipeline.run.RootCause;
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
public final class RefreshCommand implements Callable<Integer> {
  static final int OUR_FAULT = 1;
  static final int WRONG_USE = 2;
  static final int BAD_DATA = 3;
  private static final String CONF = "CREDIT_CONF";
  private static final String HOME = "CREDIT_HOME";

  @Option(
      names = "--raw",
      paramLabel = "DIR",
      description = "Directory of the raw tables (setting credit.pipeline.raw).")
  private Optional<Path> raw = Optional.empty();

  @Option(
      names = "--snapshots",
      paramLabel = "DIR",
      description = "Directory to publish in (setting credit.pipeline.snapshots).")
  private Optional<Path> snapshots = Optional.empty();

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "Directory of the trained models (setting credit.pipeline.models).")
  private Optional<Path> models = Optional.empty();

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description =
          "Directory of what is kept for the next refresh (setting credit.pipeline.cache).")
  private Optional<Path> cache = Optional.empty();

  @Option(
      names = "--no-cache",
      description = "Read every raw table anew and keep nothing for the next refresh.")
  private boolean noCache;

  @Option(names = "--retrain", description = "Train a new model even if there is one.")
  private boolean retrain;

  @Option(
      names = "--stack-trace",
      hidden = true,
      description = "Show where an unexpected failure came from.")
  private boolean stackTrace;

  private final Runner runner;

  public static void main(String[] args) {
    System.exit(commandLine(RefreshCommand::onItsOwnSpark).execute(args));
  }

  /** Runs a refresh on some Spark. */
  @FunctionalInterface
  interface Runner {
    void run(PipelineSettings settings, Refresh.Training training, Refresh.Caching caching)
        throws IOException;
  }

  private RefreshCommand(Runner runner) {
    this.runner = runner;
  }

  /** The command with our exit codes. */
  static CommandLine commandLine(Runner runner) {
    RefreshCommand command = new RefreshCommand(runner);
    return new CommandLine(command)
        .setExecutionExceptionHandler(
            (failure, line, parsed) -> command.explain(failure, line.getErr()));
  }

  @Override
  public Integer call() throws IOException {
    PipelineSettings settings = settings();
    try {
      runner.run(
          settings,
          retrain ? Refresh.Training.ALWAYS : Refresh.Training.IF_NEEDED,
          noCache ? Refresh.Caching.NOTHING : Refresh.Caching.UNCHANGED_TABLES);
    } catch (Error e) {
      // A missing class or native library, or no memory: told like any other failure of ours.
      throw new IllegalStateException(e.toString(), e);
    }
    return CommandLine.ExitCode.OK;
  }

  private static void onItsOwnSpark(
      PipelineSettings settings, Refresh.Training training, Refresh.Caching caching)
      throws IOException {
    try (SparkSession spark = Sparks.session(settings);
        Interruption interruption = Interruption.toldTo(System.err)) {
      new Refresh(spark, settings, new Stages(System.out), Clock.systemUTC())
          .run(training, caching);
    }
  }

  private PipelineSettings settings() {
    Map<String, String> environment = System.getenv();
    // Relative paths of settings count from the project's folder, those of flags from here.
    Path home = Path.of(environment.getOrDefault(HOME, ""));
    Path conf = home.resolve(environment.getOrDefault(CONF, "conf/credit.conf"));
    try {
      if (environment.containsKey(CONF) && !Files.exists(conf)) {
        throw new IllegalArgumentException(CONF + " names " + conf + ", which is not there");
      }
      PipelineSettings defaults = PipelineSettings.load(conf, environment);
      return defaults
          .at(
              raw.orElse(home.resolve(defaults.raw())),
              snapshots.orElse(home.resolve(defaults.snapshots())),
              models.orElse(home.resolve(defaults.models())))
          .caching(cache.orElse(home.resolve(defaults.cache())));
    } catch (ConfigException | IllegalArgumentException e) {
      throw new WrongSettingException(e);
    }
  }

  private static final class WrongSettingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongSettingException(RuntimeException cause) {
      super("wrong setting: " + cause.getMessage(), cause);
    }
  }

  private int explain(Exception failure, PrintWriter err) {
    if (stackTrace) {
      failure.printStackTrace(err);
    }
    if (failure instanceof BadDataException) {
      err.println("refresh stopped: " + failure.getMessage());
      return BAD_DATA;
    }
    if (failure instanceof WrongSettingException) {
      err.println(failure.getMessage());
      return WRONG_USE;
    }
    err.println(
        "refresh failed, and it is our fault: "
            + RootCause.of(failure)
            + ". Nothing that was published before has changed. Run again with --stack-trace to see where.");
    return OUR_FAULT;
  }
}
