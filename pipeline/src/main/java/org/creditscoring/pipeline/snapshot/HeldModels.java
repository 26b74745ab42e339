package org.creditscoring.pipeline.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.creditscoring.model.json.Json;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.model.snapshot.Manifest;
import org.creditscoring.model.snapshot.SnapshotId;
import org.creditscoring.model.snapshot.SnapshotLock;

/**
 * Models that have scored nothing but what a gate keeps back. The night after, the one before them
 * scores again; publishing by hand what they scored accepts them.
 */
public final class HeldModels {
  private HeldModels() {}

  /**
   * Ids of such models.
   *
   * @param snapshots directory of the snapshots
   */
  public static Set<String> in(Path snapshots) throws IOException {
    Set<String> held = new TreeSet<>();
    for (String id : Publication.held(snapshots)) {
      add(snapshots.resolve(Layout.HELD_PREFIX + id), held);
    }
    Set<String> published = new TreeSet<>();
    try (Stream<Path> entries = Files.list(snapshots)) {
      for (Path entry : entries.toList()) {
        if (SnapshotId.valid(entry.getFileName().toString())) {
          add(entry, published);
        }
      }
    }
    held.removeAll(published);
    return held;
  }

  private static void add(Path snapshot, Set<String> models) {
    try {
      models.add(Json.read(SnapshotLock.manifest(snapshot), Manifest.class).modelId());
    } catch (IOException | IllegalArgumentException e) {
      // Damaged, or removed meanwhile: it says nothing of any model.
      return;
    }
  }
}
