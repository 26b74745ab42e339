package org.creditscoring.pipeline.snapshots;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.creditscoring.pipeline.run.ExitCodes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Goes back to a snapshot; a running service follows within its watch interval. */
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    description =
        "Makes the snapshot before the current one, or another, the one that is served, once its every file is verified.")
final class RollbackCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private SnapshotsCommand parent;

  @Parameters(
      paramLabel = "ID",
      arity = "0..1",
      description = "The snapshot; the newest that is older than the current one unless said.")
  private Optional<String> id = Optional.empty();

  @Option(
      names = "--because",
      paramLabel = "TEXT",
      description = "Why, for the record in publications.jsonl.")
  private String because = "";

  @Override
  public Integer call() throws IOException {
    Rollback.Done done = new Rollback(parent.directory()).to(id, because);
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        done.from().equals(Optional.of(done.to()))
            ? done.to() + " is current already, and whole; nothing is changed"
            : "CURRENT names %s now; it named %s. A running service follows within a second."
                .formatted(done.to(), done.from().orElse("no snapshot")));
    out.flush();
    return ExitCodes.DONE;
  }
}
