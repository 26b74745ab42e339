package org.creditscoring.pipeline.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    List<Manifest.FileEntry> found = list(snapshot);
    for (Manifest.FileEntry entry : manifest.files()) {
      if (!found.contains(entry)) {
        throw new IllegalStateException(
            "the snapshot's file " + entry.path() + " is not what was written");
      }
    }
    if (found.size() != manifest.files().size()) {
      throw new IllegalStateException(
          "the snapshot has "
              + found.size()
              + " files, its manifest lists "
              + manifest.files().size());
    }
  }
}
