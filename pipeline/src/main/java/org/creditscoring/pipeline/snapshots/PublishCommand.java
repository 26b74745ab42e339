package org.creditscoring.pipeline.snapshots;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.creditscoring.model.snapshot.Manifest;
import org.creditscoring.pipeline.snapshot.HandPublication;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code snapshots publish}: makes a snapshot current that a gate stopped, or an older one. */
@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    description = {
      "Publishes a snapshot that a gate stopped, or an older one that is still kept.",
      "",
      "Every file is held against its hash first; who published what, when and because of what goes on record in publications.jsonl."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:published",
      "1:our fault",
      "2:wrong use",
      "3:there is no such snapshot, it is damaged, or a refresh is at work"
    })
final class PublishCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private SnapshotsCommand parent;

  @Parameters(paramLabel = "ID", description = "The snapshot, as ./credit refresh named it.")
  private String id;

  @Option(
      names = "--because",
      required = true,
      paramLabel = "WHY",
      description = "Why it is right to publish it, for the record.")
  private String because;

  @Override
  public Integer call() throws IOException {
    if (because.isBlank()) {
      throw new ParameterException(
          spec.commandLine(), "--because wants a reason in words: it goes on record");
    }
    Manifest manifest = new HandPublication(parent.directory().path()).publish(id, because.strip());
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT, "published %s: %,d clients%n", manifest.snapshotId(), manifest.clients());
    return CommandLine.ExitCode.OK;
  }
}
