package org.creditscoring.pipeline.snapshots;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.creditscoring.model.snapshot.SnapshotId;
import org.creditscoring.pipeline.file.DirectoryLock;
import org.creditscoring.pipeline.run.BadDataException;
import org.creditscoring.pipeline.run.NothingToServeException;
import org.creditscoring.pipeline.snapshot.Publication;
import org.creditscoring.pipeline.snapshot.Publications;
import org.creditscoring.pipeline.snapshot.PublishedSnapshot;

/** Makes another published snapshot the one that is served. */
final class Rollback {
  private final SnapshotDirectory directory;

  Rollback(SnapshotDirectory directory) {
    this.directory = directory;
  }

  /**
   * What was done.
   *
   * @param from what {@code CURRENT} named; empty if it named no snapshot
   */
  record Done(Optional<String> from, String to) {}

  /**
   * Reads the snapshot whole, then replaces {@code CURRENT} and puts that on record.
   *
   * @param id of it; the newest that is older than the current one unless said
   * @throws BadDataException if it is not there, was held by a gate, or is damaged, or a refresh is
   *     at work; {@code CURRENT} is then what it was
   */
  Done to(Optional<String> id, String because) throws IOException {
    if (directory.published().isEmpty()) {
      throw new NothingToServeException("no snapshot is published in " + directory.path());
    }
    try (DirectoryLock lock = DirectoryLock.take(directory.path())) {
      Optional<String> from = directory.currentIfAny();
      String to = id.map(this::published).orElseGet(this::before);
      requireWhole(to);
      if (!from.equals(Optional.of(to))) {
        Publication.makeCurrent(directory.path(), to, Publications.By.ROLLBACK, because);
      }
      return new Done(from, to);
    }
  }

  private String published(String id) {
    if (SnapshotId.valid(id) && directory.held().contains(id)) {
      throw new BadDataException(
          "snapshot %s was held by a gate and never published: './credit snapshots publish %s --because \"...\"' publishes it"
              .formatted(id, id));
    }
    directory.find(id);
    return id;
  }

  private String before() {
    String current = directory.current();
    return directory.published().stream()
        .filter(id -> id.compareTo(current) < 0)
        .findFirst()
        .orElseThrow(
            () ->
                new BadDataException(
                    "no snapshot in "
                        + directory.path()
                        + " is older than the current one, "
                        + current));
  }

  private void requireWhole(String id) throws IOException {
    try (PublishedSnapshot snapshot = PublishedSnapshot.open(directory.of(id))) {
      List<String> differences = snapshot.fileDifferences();
      if (!differences.isEmpty()) {
        throw new BadDataException(
            "snapshot "
                + id
                + " is damaged, and CURRENT stays as it is: "
                + differences.get(0)
                + ". Name another one; './credit snapshots verify all' tells which are whole");
      }
    }
  }
}
