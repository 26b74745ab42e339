package org.creditscoring.pipeline.snapshots;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.creditscoring.model.json.Json;
import org.creditscoring.pipeline.run.BadDataException;
import org.creditscoring.pipeline.run.ExitCodes;
import org.creditscoring.pipeline.snapshot.PublishedSnapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Tells what has changed from one snapshot to another. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description =
        "Tells how two snapshots differ: who is there, whose decision changed, how scores moved, which features drifted, model and catalogue.")
final class DiffCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private SnapshotsCommand parent;

  @Parameters(index = "0", paramLabel = "A", description = "The snapshot before.")
  private String before;

  @Parameters(index = "1", paramLabel = "B", description = "The snapshot after.")
  private String after;

  @Option(
      names = "--ids",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Name up to N clients of each change of decision; ${DEFAULT-VALUE} unless said.")
  private int ids;

  @Option(
      names = "--features",
      paramLabel = "N",
      defaultValue = "15",
      description = "Name up to N features that drifted; ${DEFAULT-VALUE} unless said.")
  private int features;

  @Option(names = "--json", description = "As JSON, with the shift of every feature.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (ids < 0 || features < 0) {
      throw new ParameterException(spec.commandLine(), "--ids and --features want 0 or more");
    }
    try (PublishedSnapshot earlier = open(before);
        PublishedSnapshot later = open(after)) {
      DiffReport report = SnapshotDiff.between(earlier, later, ids);
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.print(Json.write(report));
      } else {
        DiffText.lines(report, features).forEach(out::println);
      }
      out.flush();
    }
    return ExitCodes.DONE;
  }

  private PublishedSnapshot open(String id) {
    Path path = parent.directory().find(id);
    StoredSnapshot stored = StoredSnapshot.look(id, path, SnapshotState.KEPT);
    if (stored.state() == SnapshotState.BROKEN) {
      throw new BadDataException("snapshot " + id + " is damaged: " + stored.problem());
    }
    return PublishedSnapshot.open(path);
  }
}
