package org.creditscoring.pipeline.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.creditscoring.pipeline.file.Owner;

/**
 * The reports of scheduled refreshes, {@code <id>.json}, and what they printed, {@code <id>.log};
 * the id is the due time in UTC. Only their owner may read them.
 */
final class Reports {
  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final Pattern OURS = Pattern.compile("\\d{8}T\\d{6}Z\\.(json|log)");
  private static final int FILES_OF_A_RUN = 2;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path directory;
  private final int kept;

  /**
   * @param kept runs whose files stay, 1 or more
   */
  Reports(Path directory, int kept) {
    this.directory = directory;
    this.kept = kept;
  }

  Path report(Instant due) {
    return directory.resolve(ID.format(due) + ".json");
  }

  Path output(Instant due) {
    return directory.resolve(ID.format(due) + ".log");
  }

  /** Makes an empty file for the output of a run; the files of old ones go. */
  Path fresh(Instant due) throws IOException {
    Owner.directories(directory);
    List<Path> old;
    try (Stream<Path> files = Files.list(directory)) {
      old =
          files
              .filter(file -> OURS.matcher(file.getFileName().toString()).matches())
              .sorted()
              .toList();
    }
    for (Path file : old.subList(0, Math.max(0, old.size() - FILES_OF_A_RUN * (kept - 1)))) {
      Files.deleteIfExists(file);
    }
    Files.deleteIfExists(report(due));
    Owner.file(output(due));
    return output(due);
  }

  /** Whether a run has left its report. */
  boolean ended(Instant due) {
    return Files.exists(report(due));
  }

  /** What a run came to: by its exit code and, where it left one, its report. */
  Entry.Ended result(Instant now, Instant due, int exitCode, double seconds, String note) {
    JsonNode report = read(due);
    return new Entry.Ended(
        now,
        due,
        exitCode,
        report.path("outcome").asText(exitCode == 0 ? Entry.Ended.PUBLISHED : Entry.Ended.FAILED),
        report.path("snapshotId").asText(""),
        Math.round(seconds * 1000) / 1000.0,
        note);
  }

  /** What a run came to whose scheduler did not see its end. */
  Entry.Ended found(Instant now, Entry.Started started) {
    JsonNode report = read(started.due());
    boolean told = report.hasNonNull("endedAt");
    Instant end = told ? Instant.parse(report.get("endedAt").asText()) : now;
    return result(
        now,
        started.due(),
        report.path("exitCode").asInt(Entry.Ended.UNKNOWN),
        Duration.between(started.at(), end).toMillis() / 1e3,
        told
            ? "its scheduler had died; this is from its report"
            : "it died with its scheduler, or left no report");
  }

  /** Empty where there is no report that can be read. */
  private JsonNode read(Instant due) {
    try {
      return Files.exists(report(due))
          ? MAPPER.readTree(report(due).toFile())
          : MAPPER.createObjectNode();
    } catch (IOException e) {
      return MAPPER.createObjectNode();
    }
  }
}
