package org.creditscoring.pipeline.snapshots;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.creditscoring.model.snapshot.Manifest;
import org.creditscoring.pipeline.run.ExitCodes;
import org.creditscoring.pipeline.run.NothingToServeException;
import org.creditscoring.pipeline.snapshot.PublishedSnapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Reads snapshots whole and holds them against everything that must be true of them. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description =
        "Reads a snapshot whole: every hash, every client against manifest, trees and decision, every table against the clients.")
final class VerifyCommand implements Callable<Integer> {
  private static final String ALL = "all";

  @Spec private CommandSpec spec;
  @ParentCommand private SnapshotsCommand parent;

  @Parameters(
      paramLabel = "ID",
      arity = "0..1",
      description = "The snapshot, published or held; 'all' for all; the current one unless said.")
  private String id;

  @Override
  public Integer call() throws IOException {
    boolean whole = true;
    for (Path snapshot : wanted()) {
      whole &= verify(snapshot);
    }
    return whole ? ExitCodes.DONE : ExitCodes.BAD_DATA;
  }

  private List<Path> wanted() {
    SnapshotDirectory directory = parent.directory();
    if (!ALL.equals(id)) {
      return List.of(directory.find(id == null ? directory.current() : id));
    }
    List<Path> all =
        Stream.concat(
                directory.published().stream().map(directory::of),
                directory.held().stream().map(directory::ofHeld))
            .toList();
    if (all.isEmpty()) {
      throw new NothingToServeException("no snapshot is in " + directory.path());
    }
    return all;
  }

  private boolean verify(Path snapshot) throws IOException {
    Problems problems = Verification.of(snapshot);
    PrintWriter out = spec.commandLine().getOut();
    String name = snapshot.getFileName().toString();
    if (problems.count() == 0) {
      Manifest manifest = PublishedSnapshot.manifest(snapshot);
      out.println(
          "%s is whole: %s, %s, every hash and invariant holds"
              .formatted(
                  name,
                  Words.count(manifest.files().size(), "file"),
                  Words.count(manifest.clients(), "client")));
    } else {
      out.println(name + " is damaged, " + Words.count(problems.count(), "problem") + ":");
      problems.lines().forEach(line -> out.println("  " + line));
    }
    out.flush();
    return problems.count() == 0;
  }
}
