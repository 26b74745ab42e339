package org.creditscoring.pipeline;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.creditscoring.pipeline.cache.Caching;
import org.creditscoring.pipeline.run.Disk;
import org.creditscoring.pipeline.run.ExitCodes;
import org.creditscoring.pipeline.run.Installation;
import org.creditscoring.pipeline.run.PipelineSettings;
import org.creditscoring.pipeline.run.WrongSettingException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the batch's commands share: where settings come from, and how a failure is told. */
abstract class BatchCommand implements Callable<Integer> {
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
      Disk.blame(e, settings.written());
      // A missing class or native library, or no memory: told like any other failure of ours.
      throw new IllegalStateException(e.toString(), e);
    } catch (Exception e) {
      // Spark throws checked exceptions that its Java signatures do not declare.
      Disk.blame(e, settings.written());
      throw e;
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
    PipelineSettings set = Installation.settings(System.getenv());
    try {
      return flags(
          set.at(raw.orElse(set.raw()), set.snapshots(), models.orElse(set.models()))
              .caching(cache.orElse(set.cache())));
    } catch (IllegalArgumentException e) {
      throw new WrongSettingException(e);
    }
  }

  private int explain(Exception failure, PrintWriter err) {
    if (stackTrace) {
      failure.printStackTrace(err);
    }
    return ExitCodes.explain(failure, spec.name(), untouched(), err);
  }
}
