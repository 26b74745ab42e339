package org.creditscoring.pipeline.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.creditscoring.model.snapshot.Manifest;
import org.creditscoring.pipeline.run.BadDataException;
import org.creditscoring.pipeline.run.NothingToServeException;
import org.creditscoring.pipeline.snapshot.PublishedSnapshot;
import org.creditscoring.pipeline.snapshots.SnapshotDirectory;
import org.creditscoring.pipeline.snapshots.Words;

/** Whether the current snapshot is whole and of these days. */
final class PublishedState {
  private static final String WHAT = "snapshot";

  /** A refresh of every night that failed twice. */
  private static final Duration OLD = Duration.ofHours(49);

  private final SnapshotDirectory directory;
  private final Instant now;

  PublishedState(Path snapshots, Instant now) {
    this.directory = new SnapshotDirectory(snapshots);
    this.now = now;
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    try {
      String current = directory.current();
      findings.add(current(current));
      held(current).ifPresent(findings::add);
    } catch (NothingToServeException e) {
      findings.add(Finding.warn(WHAT, e.getMessage(), "./credit refresh, or ./credit up"));
    } catch (BadDataException e) {
      findings.add(
          Finding.bad(
              WHAT,
              e.getMessage(),
              "'./credit snapshots rollback ID' to one that './credit snapshots verify all' finds whole, or './credit refresh'"));
    }
    return findings;
  }

  /** Every hash, which takes seconds; every row is for {@code snapshots verify}. */
  private Finding current(String id) {
    try (PublishedSnapshot snapshot = PublishedSnapshot.open(directory.find(id))) {
      List<String> differences = snapshot.fileDifferences();
      if (!differences.isEmpty()) {
        throw new BadDataException("snapshot " + id + " is damaged: " + differences.get(0));
      }
      Manifest manifest = snapshot.manifest();
      Duration age = Duration.between(Instant.parse(manifest.createdAt()), now);
      String found =
          "%s of %s is current and whole, made %s"
              .formatted(
                  id,
                  Words.count(
                      manifest.clients(), manifest.synthetic() ? "synthetic client" : "client"),
                  ago(age));
      return age.compareTo(OLD) > 0
          ? Finding.warn(
              WHAT,
              found,
              "see run/refresh.jsonl for what the last refresh met; './credit refresh'")
          : Finding.ok(WHAT, found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One that a gate stopped after the current one was published waits for somebody to look. */
  private Optional<Finding> held(String current) {
    return directory.held().stream()
        .filter(id -> id.compareTo(current) > 0)
        .findFirst()
        .map(
            id ->
                Finding.warn(
                    WHAT,
                    "a gate holds " + id + ", which is newer",
                    "'./credit snapshots show %s' tells why, './credit snapshots publish %s --because \"...\"' publishes it"
                        .formatted(id, id)));
  }

  private static String ago(Duration age) {
    return age.toHours() < 48
        ? Words.count(Math.max(0, age.toHours()), "hour") + " ago"
        : Words.count(age.toDays(), "day") + " ago";
  }
}
