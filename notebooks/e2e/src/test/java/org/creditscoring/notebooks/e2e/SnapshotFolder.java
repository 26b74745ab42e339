package org.creditscoring.notebooks.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A directory of snapshots that holds the golden one of format 1, for what reads it as files. */
final class SnapshotFolder {
  private SnapshotFolder() {}

  static void copyGolden(Path snapshots) throws IOException {
    Path golden = EmbeddedZeppelin.project().resolve("serving/src/test/resources/golden/format-1");
    List<Path> all;
    try (Stream<Path> paths = Files.walk(golden)) {
      all = paths.sorted().toList();
    }
    for (Path path : all) {
      Path copy = snapshots.resolve(golden.relativize(path).toString());
      if (Files.isDirectory(path)) {
        Files.createDirectories(copy);
      } else {
        Files.copy(path, copy);
      }
    }
  }
}
