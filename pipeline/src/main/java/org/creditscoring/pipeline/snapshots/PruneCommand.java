package org.creditscoring.pipeline.snapshots;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.creditscoring.pipeline.file.DirectoryLock;
import org.creditscoring.pipeline.run.ExitCodes;
import org.creditscoring.pipeline.run.KeepSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Removes old snapshots by hand. */
@Command(
    name = "prune",
    mixinStandardHelpOptions = true,
    description =
        "Removes old snapshots: published ones that are neither among the newest nor young enough, and held ones by age. Never the current one, the one before it, what is newer, or what is being read.")
final class PruneCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private SnapshotsCommand parent;

  @Option(
      names = "--keep",
      paramLabel = "N",
      description = "Keep the N newest (setting credit.pipeline.keep.snapshots).")
  private Integer count;

  @Option(
      names = "--older-than",
      paramLabel = "DAYS",
      description =
          "Remove only what is older, published or held (settings credit.pipeline.keep.days and heldDays). Without --keep, by age alone.")
  private Integer days;

  @Option(names = "--dry-run", description = "Say what would be removed, and remove nothing.")
  private boolean dryRun;

  @Override
  public Integer call() throws IOException {
    SnapshotDirectory directory = parent.directory();
    Pruning pruning = new Pruning(directory.path(), keep(), Instant.now());
    PrintWriter out = spec.commandLine().getOut();
    if (dryRun) {
      List<Pruning.Removable> removable = pruning.removable();
      removable.forEach(one -> out.println("would remove " + words(one)));
      out.println(total("would be removed", removable));
    } else {
      try (DirectoryLock lock = DirectoryLock.take(directory.path())) {
        Pruning.Done done = pruning.run();
        done.removed().forEach(one -> out.println("removed " + words(one)));
        done.spared().forEach(out::println);
        out.println(total("removed", done.removed()));
      }
    }
    out.flush();
    return ExitCodes.DONE;
  }

  /** Flags are the whole rule: what is not said does not keep a snapshot either. */
  private KeepSettings keep() {
    require("--keep", count, 1);
    require("--older-than", days, 0);
    KeepSettings set = parent.settings().keep();
    if (count == null && days == null) {
      return set;
    }
    // The current one and the one before it are kept anyway, so one is none.
    return new KeepSettings(
        count == null ? 1 : count, days == null ? 0 : days, days == null ? set.heldDays() : days);
  }

  private void require(String option, Integer value, int least) {
    if (value != null && value < least) {
      throw new ParameterException(
          spec.commandLine(), option + " wants " + least + " or more, got " + value);
    }
  }

  private static String words(Pruning.Removable one) {
    return one.id() + (one.held() ? " (held)" : "") + ", " + Words.bytes(one.bytes());
  }

  private static String total(String what, List<Pruning.Removable> snapshots) {
    long bytes = snapshots.stream().mapToLong(Pruning.Removable::bytes).sum();
    return Words.count(snapshots.size(), "snapshot") + " " + what + ", " + Words.bytes(bytes);
  }
}
