package org.creditscoring.pipeline.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.creditscoring.model.json.Json;
import org.creditscoring.pipeline.file.Durable;
import org.creditscoring.pipeline.file.Owner;

/**
 * What a refresh came to, gathered while it runs and written as one JSON file for whoever scheduled
 * it. The message and the warnings may name a client, so only the file's owner may read it. Several
 * threads may tell it things.
 */
public final class RunReport {
  private final Instant started = Instant.now();
  private final List<StageFigures> stages = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final List<SetAside> setAside = new ArrayList<>();
  private String snapshotId = "";
  private Outcome outcome = Outcome.FAILED;

  /** What became of the snapshot. */
  public enum Outcome {
    /** It is the one that is served. */
    PUBLISHED,
    /** It is whole, and kept aside because a gate stopped it. */
    HELD,
    /** There is none. */
    FAILED
  }

  /**
   * Rows of a table that could not be read.
   *
   * @param rows 1 or more
   * @param share of all rows of the table, above 0 to 1
   */
  public record SetAside(String table, long rows, double share) {}

  /** The file as it is written. Times are ISO-8601, UTC; texts are empty where there is nothing. */
  record Document(
      String startedAt,
      String endedAt,
      int exitCode,
      String outcome,
      String snapshotId,
      String message,
      List<StageFigures> stages,
      List<String> warnings,
      List<SetAside> rowsSetAside) {}

  synchronized void of(String snapshot) {
    snapshotId = snapshot;
  }

  synchronized void stage(StageFigures figures) {
    stages.add(figures);
  }

  synchronized void warning(String line) {
    warnings.add(line);
  }

  synchronized void setAside(SetAside rows) {
    setAside.add(rows);
  }

  synchronized void outcome(Outcome reached) {
    outcome = reached;
  }

  /**
   * Replaces the file at once by what is known now.
   *
   * @param message what a person was told at the end
   */
  public synchronized void write(Path file, int exitCode, String message) throws IOException {
    Document document =
        new Document(
            started.toString(),
            Instant.now().toString(),
            exitCode,
            outcome.name().toLowerCase(Locale.ROOT),
            outcome == Outcome.FAILED ? "" : snapshotId,
            message,
            stages,
            warnings,
            setAside);
    Path target = file.toAbsolutePath();
    Files.createDirectories(target.getParent());
    Path aside = target.resolveSibling("." + target.getFileName() + ".new");
    Owner.file(aside);
    Files.writeString(aside, Json.write(document), StandardOpenOption.WRITE);
    Durable.force(aside);
    Durable.rename(aside, target);
  }
}
