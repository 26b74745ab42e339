package org.creditscoring.pipeline.snapshots;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.model.snapshot.Manifest;
import org.creditscoring.pipeline.run.BadDataException;
import org.creditscoring.pipeline.snapshot.PublishedSnapshot;

/**
 * A snapshot in the directory, as far as its manifest and the sizes of its files tell.
 *
 * @param manifest empty when it cannot be read
 * @param bytes of all its files
 * @param problem what is broken; empty for nothing
 */
record StoredSnapshot(
    String id,
    Path path,
    SnapshotState state,
    Optional<Manifest> manifest,
    long bytes,
    String problem) {

  /**
   * @param state unless it is broken
   */
  static StoredSnapshot look(String id, Path path, SnapshotState state) {
    Map<String, Long> sizes;
    try {
      sizes = sizes(path);
    } catch (IOException | UncheckedIOException e) {
      return broken(id, path, 0, path + " cannot be read: " + e.getMessage());
    }
    long bytes = sizes.values().stream().mapToLong(Long::longValue).sum();
    try {
      Manifest manifest = PublishedSnapshot.manifest(path);
      Optional<String> difference = difference(manifest, sizes);
      return new StoredSnapshot(
          id,
          path,
          difference.isPresent() ? SnapshotState.BROKEN : state,
          Optional.of(manifest),
          bytes,
          difference.orElse(""));
    } catch (BadDataException e) {
      return broken(id, path, bytes, e.getMessage());
    }
  }

  private static StoredSnapshot broken(String id, Path path, long bytes, String problem) {
    return new StoredSnapshot(id, path, SnapshotState.BROKEN, Optional.empty(), bytes, problem);
  }

  private static Map<String, Long> sizes(Path snapshot) throws IOException {
    Map<String, Long> sizes = new HashMap<>();
    try (Stream<Path> files = Files.walk(snapshot)) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      for (Path file : all) {
        sizes.put(snapshot.relativize(file).toString().replace('\\', '/'), Files.size(file));
      }
    }
    return sizes;
  }

  private static Optional<String> difference(Manifest manifest, Map<String, Long> sizes) {
    Map<String, Long> unlisted = new HashMap<>(sizes);
    unlisted.remove(Layout.MANIFEST);
    for (Manifest.FileEntry file : manifest.files()) {
      Long there = unlisted.remove(file.path());
      if (there == null) {
        return Optional.of("file " + file.path() + " is missing");
      }
      if (there != file.bytes()) {
        return Optional.of(
            "file %s has %,d bytes, the manifest lists %,d"
                .formatted(file.path(), there, file.bytes()));
      }
    }
    return unlisted.keySet().stream()
        .sorted()
        .findFirst()
        .map(path -> "file " + path + " is not in the manifest");
  }
}
