package org.creditscoring.pipeline;

import com.typesafe.config.ConfigException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.creditscoring.pipeline.cache.Caching;
import org.creditscoring.pipeline.run.BadDataException;
import org.creditscoring.pipeline.run.PipelineSettings;
import org.creditscoring.pipeline.run.RootCause;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the batch's commands share: where settings come from, and how a failure is told. */
abstract class BatchCommand implements Callable<Integer> {
  static final int OUR_FAULT = 1;
  static final int WRONG_USE = 2;
  static final int BAD_DATA = 3;
  private static final String CONF = "CREDIT_CONF";
  private static final String HOME = "CREDIT_HOME";

  @Spec private CommandSpec spec;

  @Option(
      names = "--raw",
      paramLabel = "DIR",
      description = "Directory of the raw tables (setting credit.pipeline.raw).")
  private Optional<Path> raw = Optional.empty();

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "Directory of the trained models (setting credit.pipeline.models).")
  private Optional<Path> models = Optional.empty();

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description =
          "Directory of what is kept of the raw tables for the next time (setting credit.pipeline.cache).")
  private Optional<Path> cache = Optional.empty();

  @Option(
      names = "--no-cache",
      description = "Read every raw table anew and keep nothing for the next time.")
  private boolean noCache;

  @Option(
      names = "--stack-trace",
      hidden = true,
      description = "Show where an unexpected failure came from.")
  private boolean stackTrace;

  /** A picocli command with our exit codes. */
  static CommandLine commandLine(BatchCommand command) {
    return new CommandLine(command)
        .setExecutionExceptionHandler(
            (failure, line, parsed) -> command.explain(failure, line.getErr()));
  }

  @Override
  public final Integer call() throws IOException {
    PipelineSettings settings = settings();
    try {
      run(settings);
    } catch (Error e) {
      // A missing class or native library, or no memory: told like any other failure of ours.
      throw new IllegalStateException(e.toString(), e);
    }
    return CommandLine.ExitCode.OK;
  }

  /** Does what the command is for. */
  abstract void run(PipelineSettings settings) throws IOException;

  /** What is still as it was after a failure, as a sentence. */
  abstract String untouched();

  /** What is taken from the time before, and kept for the next. */
  final Caching caching() {
    return noCache ? Caching.NOTHING : Caching.UNCHANGED_TABLES;
  }

  /** Settings of this command's own flags, on top of the others. */
  PipelineSettings flags(PipelineSettings settings) {
    return settings;
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
      return flags(
          defaults
              .at(
                  raw.orElse(home.resolve(defaults.raw())),
                  home.resolve(defaults.snapshots()),
                  models.orElse(home.resolve(defaults.models())))
              .caching(cache.orElse(home.resolve(defaults.cache())))
              .logging(home.resolve(defaults.log())));
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
      err.println(spec.name() + " stopped: " + failure.getMessage());
      return BAD_DATA;
    }
    if (failure instanceof WrongSettingException) {
      err.println(failure.getMessage());
      return WRONG_USE;
    }
    err.println(
        spec.name()
            + " failed, and it is our fault: "
            + RootCause.of(failure)
            + ". "
            + untouched()
            + " Run again with --stack-trace to see where.");
    return OUR_FAULT;
  }
}
