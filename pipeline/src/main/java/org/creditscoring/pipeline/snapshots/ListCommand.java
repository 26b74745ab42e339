package org.creditscoring.pipeline.snapshots;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.creditscoring.model.json.Json;
import org.creditscoring.model.snapshot.Manifest;
import org.creditscoring.pipeline.run.ExitCodes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Names the snapshots that are there. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description =
        "Names the snapshots, the newest first: current, kept, held by a gate, or broken as far as manifest and file sizes tell.")
final class ListCommand implements Callable<Integer> {
  private static final String ROW = "%-23s  %-20s  %11s  %-23s  %8s  %s%n";

  @Spec private CommandSpec spec;
  @ParentCommand private SnapshotsCommand parent;

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  /** A line of the list; what is not known of a broken one is null. */
  private record Line(
      String id,
      String createdAt,
      Integer clients,
      String modelId,
      Boolean synthetic,
      long bytes,
      String state,
      String problem) {

    static Line of(StoredSnapshot snapshot) {
      Manifest manifest = snapshot.manifest().orElse(null);
      return new Line(
          snapshot.id(),
          manifest == null ? null : manifest.createdAt(),
          manifest == null ? null : manifest.clients(),
          manifest == null ? null : manifest.modelId(),
          manifest == null ? null : manifest.synthetic(),
          snapshot.bytes(),
          snapshot.state().word(),
          snapshot.problem());
    }

    void print(PrintWriter out) {
      out.printf(
          Locale.ROOT,
          ROW,
          id,
          createdAt == null ? "?" : createdAt,
          clients == null ? "?" : Words.count(clients),
          modelId == null ? "?" : modelId,
          Words.bytes(bytes),
          state + (problem.isEmpty() ? "" : ": " + problem));
    }
  }

  @Override
  public Integer call() {
    List<Line> lines = parent.directory().all().stream().map(Line::of).toList();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.print(Json.write(lines));
    } else if (lines.isEmpty()) {
      out.println("no snapshot is in " + parent.directory().path());
    } else {
      out.printf(Locale.ROOT, ROW, "ID", "CREATED", "CLIENTS", "MODEL", "SIZE", "STATE");
      lines.forEach(line -> line.print(out));
    }
    out.flush();
    return ExitCodes.DONE;
  }
}
