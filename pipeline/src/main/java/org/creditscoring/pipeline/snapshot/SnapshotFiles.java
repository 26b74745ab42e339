package org.creditscoring.pipeline.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.model.snapshot.Manifest;
import org.creditscoring.pipeline.file.Sha256;

/** The files of a snapshot as its manifest lists them. */
final class SnapshotFiles {
  private SnapshotFiles() {}

  /** Size and hash of every file but the manifest, by path. */
  static List<Manifest.FileEntry> list(Path snapshot) throws IOException {
    List<Path> files;
    try (Stream<Path> paths = Files.walk(snapshot)) {
      files = paths.filter(Files::isRegularFile).toList();
    }
    List<Manifest.FileEntry> entries = new ArrayList<>();
    for (Path file : files) {
      String path = snapshot.relativize(file).toString().replace('\\', '/');
      if (!path.equals(Layout.MANIFEST)) {
        entries.add(new Manifest.FileEntry(path, Files.size(file), Sha256.of(file)));
      }
    }
    entries.sort(java.util.Comparator.comparing(Manifest.FileEntry::path));
    return entries;
  }

  /**
   * Reads every file again.
   *
   * @throws IllegalStateException naming the first file that is not what the manifest says
   */
  static void verify(Path snapshot, Manifest manifest) throws IOException {
    List<String> differences = differences(snapshot, manifest);
    if (!differences.isEmpty()) {
      throw new IllegalStateException("the snapshot's " + differences.get(0));
    }
  }

  /** Each file that is missing, not listed, or not the one that was written, and how. */
  static List<String> differences(Path snapshot, Manifest manifest) throws IOException {
    Map<String, Manifest.FileEntry> found =
        list(snapshot).stream()
            .collect(Collectors.toMap(Manifest.FileEntry::path, Function.identity()));
    List<String> differences = new ArrayList<>();
    for (Manifest.FileEntry listed : manifest.files()) {
      Manifest.FileEntry there = found.remove(listed.path());
      if (there == null) {
        differences.add("file " + listed.path() + " is missing");
      } else if (there.bytes() != listed.bytes()) {
        differences.add(
            "file %s has %,d bytes, the manifest lists %,d"
                .formatted(listed.path(), there.bytes(), listed.bytes()));
      } else if (!there.sha256().equals(listed.sha256())) {
        differences.add(
            "file %s is not what was written: its SHA-256 is %s, the manifest lists %s"
                .formatted(listed.path(), there.sha256(), listed.sha256()));
      }
    }
    found.keySet().stream()
        .sorted()
        .forEach(path -> differences.add("file " + path + " is not in the manifest"));
    return differences;
  }
}
