package org.creditscoring.pipeline.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.creditscoring.model.json.Json;
import org.creditscoring.model.snapshot.GateReport;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.model.snapshot.Manifest;
import org.creditscoring.model.snapshot.SnapshotId;
import org.creditscoring.model.snapshot.SnapshotLock;
import org.creditscoring.pipeline.file.DirectoryLock;
import org.creditscoring.pipeline.run.BadDataException;

/**
 * Publishes by hand what a gate stopped, or an older snapshot that is still kept: every file is
 * held against its hash first.
 */
public final class HandPublication {
  private static final int SHOWN = 5;

  private final Path root;

  /**
   * @param root directory of the snapshots
   */
  public HandPublication(Path root) {
    this.root = root;
  }

  /**
   * @param because why, for the record
   * @return what was published
   * @throws BadDataException if there is no such snapshot, it is not what was written, it is
   *     current already, or a refresh is at work
   */
  public Manifest publish(String id, String because) throws IOException {
    if (!Files.isDirectory(root)) {
      throw new BadDataException("there is no directory of snapshots " + root.toAbsolutePath());
    }
    try (DirectoryLock lock = DirectoryLock.take(root)) {
      Path held = root.resolve(Layout.HELD_PREFIX + id);
      Path own = root.resolve(id);
      if (!SnapshotId.valid(id) || !Files.isDirectory(held) && !Files.isDirectory(own)) {
        throw unknown(id);
      }
      boolean aside = Files.isDirectory(held);
      if (!aside && id.equals(current())) {
        throw new BadDataException(id + " is published already");
      }
      Manifest manifest = verified(id, aside ? held : own);
      if (aside) {
        Publication.release(root, id, because);
      } else {
        Publication.makeCurrent(root, id, Publications.By.PUBLISH, because);
      }
      return manifest;
    }
  }

  private String current() throws IOException {
    Path current = root.resolve(Layout.CURRENT);
    return Files.exists(current) ? Files.readString(current).strip() : "";
  }

  private static Manifest verified(String id, Path directory) {
    try {
      Manifest manifest = Json.read(SnapshotLock.manifest(directory), Manifest.class);
      if (!manifest.snapshotId().equals(id)) {
        throw new IllegalStateException("its manifest is of snapshot " + manifest.snapshotId());
      }
      SnapshotFiles.verify(directory, manifest);
      requireContract(id, directory);
      return manifest;
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      throw new BadDataException(
          id
              + " is not published, because it is not what was written: "
              + e.getMessage()
              + ". Refresh anew; what was published before is as it was.",
          e);
    }
  }

  /** A person may overrule what a gate thinks of the clients, not what makes a snapshot one. */
  private static void requireContract(String id, Path directory) throws IOException {
    Path gates = directory.resolve(Layout.GATES);
    if (Files.exists(gates)) {
      for (GateReport.Verdict verdict :
          Json.read(Files.readString(gates), GateReport.class).stopping()) {
        if (GateReport.CONTRACT.contains(verdict.name())) {
          throw new BadDataException(
              "%s is not published, and no reason can overrule that: it breaks what every snapshot keeps to (%s: %s). Refresh anew; what was published before is as it was."
                  .formatted(id, verdict.name(), verdict.told()));
        }
      }
    }
  }

  private BadDataException unknown(String id) throws IOException {
    List<String> kept;
    try (Stream<Path> entries = Files.list(root)) {
      kept =
          entries
              .map(entry -> entry.getFileName().toString())
              .filter(SnapshotId::valid)
              .sorted(Comparator.reverseOrder())
              .toList();
    }
    return new BadDataException(
        "there is no snapshot "
            + id
            + " in "
            + root.toAbsolutePath()
            + "; held by a gate: "
            + shown(Publication.held(root))
            + "; published and still kept: "
            + shown(kept));
  }

  private static String shown(List<String> ids) {
    if (ids.isEmpty()) {
      return "none";
    }
    return String.join(", ", ids.subList(0, Math.min(SHOWN, ids.size())))
        + (ids.size() > SHOWN ? " and " + (ids.size() - SHOWN) + " older" : "");
  }
}
