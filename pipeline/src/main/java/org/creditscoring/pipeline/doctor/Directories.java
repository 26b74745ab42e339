package org.creditscoring.pipeline.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.creditscoring.pipeline.run.PipelineSettings;

/** The directories that a refresh writes. */
final class Directories {
  private static final String WHAT = "rights";

  private Directories() {}

  /** Whether each of them can be written, or made. */
  static List<Finding> rights(PipelineSettings settings) {
    List<Finding> wrong = new ArrayList<>();
    written(settings)
        .forEach(
            (meaning, directory) -> {
              Path there = existing(directory);
              if (!Files.isDirectory(there)) {
                wrong.add(
                    Finding.bad(
                        WHAT,
                        there + " is no directory, so " + meaning + " cannot be written",
                        "move it away, or set another directory"));
              } else if (!Files.isWritable(there)) {
                wrong.add(
                    Finding.bad(
                        WHAT,
                        "no right to write " + there + ", where " + meaning + " belong",
                        "chown or chmod it for the user who runs the refresh, or mount it writable"));
              }
            });
    return wrong.isEmpty()
        ? List.of(
            Finding.ok(WHAT, String.join(", ", written(settings).keySet()) + " can be written"))
        : wrong;
  }

  /** What a refresh writes where, by its meaning. */
  static Map<String, Path> written(PipelineSettings settings) {
    Map<String, Path> written = new LinkedHashMap<>();
    written.put("snapshots", settings.snapshots());
    written.put("models", settings.models());
    // What Spark cannot hold in memory lies beside the cache, see Scratch.
    written.put("kept tables and temporary files", settings.cache());
    written.put("logs", settings.log().toAbsolutePath().getParent());
    return written;
  }

  /** The directory itself, or what is there of the way to it. */
  static Path existing(Path directory) {
    Path there = directory.toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return there;
  }
}
