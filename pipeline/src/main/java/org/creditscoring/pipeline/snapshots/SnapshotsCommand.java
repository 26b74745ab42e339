package org.creditscoring.pipeline.snapshots;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.creditscoring.pipeline.run.ExitCodes;
import org.creditscoring.pipeline.run.Installation;
import org.creditscoring.pipeline.run.PipelineSettings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code snapshots}: what its subcommands share; it starts no Spark. */
@Command(
    name = "snapshots",
    mixinStandardHelpOptions = true,
    description = "Looks after the published snapshots.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ListCommand.class,
      ShowCommand.class,
      VerifyCommand.class,
      DiffCommand.class,
      PublishCommand.class,
      RollbackCommand.class,
      PruneCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:our fault",
      "2:wrong use",
      "3:a snapshot is damaged or not there, or another run is at work in the directory",
      "4:no snapshot is published"
    })
public final class SnapshotsCommand {
  @Option(
      names = "--snapshots",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Directory of the snapshots (setting credit.pipeline.snapshots).")
  private Optional<Path> snapshots = Optional.empty();

  @Option(
      names = "--stack-trace",
      hidden = true,
      scope = ScopeType.INHERIT,
      description = "Show where an unexpected failure came from.")
  private boolean stackTrace;

  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** The commands with our exit codes. */
  static CommandLine commandLine() {
    SnapshotsCommand command = new SnapshotsCommand();
    return new CommandLine(command)
        .setExecutionExceptionHandler(
            (failure, line, parsed) ->
                command.explain(failure, line.getCommandSpec().qualifiedName(), line.getErr()));
  }

  PipelineSettings settings() {
    return Installation.settings(System.getenv());
  }

  SnapshotDirectory directory() {
    return new SnapshotDirectory(snapshots.orElseGet(() -> settings().snapshots()));
  }

  private int explain(Exception failure, String command, PrintWriter err) throws IOException {
    if (stackTrace) {
      failure.printStackTrace(err);
    }
    return ExitCodes.explain(failure, command, "Nothing that is served has changed.", err);
  }
}
