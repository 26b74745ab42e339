package org.creditscoring.pipeline.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.creditscoring.pipeline.run.PipelineSettings;
import org.creditscoring.pipeline.snapshots.Words;

/** The room that the next refresh will need, against what there is, file system by file system. */
final class DiskSpace {
  private static final String WHAT = "disk";

  /** Bytes of the text of a table for each of its compressed ones. */
  private static final int INFLATED = 4;

  /**
   * Bytes that a refresh writes for each of the raw tables' text, when nothing is kept yet.
   * Measured, 105 MB of tables of 13,902 clients: 0.38, 0.28 and 0.44; more clients spill more.
   */
  private static final Map<String, Double> SHARES =
      Map.of("snapshots", 0.4, "kept tables and temporary files", 0.3 + 0.6, "models", 0.05);

  /** Below this nothing is well, whatever is to be done. */
  private static final long LEAST = 1_000_000_000;

  private final PipelineSettings settings;
  private final RawTables raw;

  DiskSpace(PipelineSettings settings, RawTables raw) {
    this.settings = settings;
    this.raw = raw;
  }

  /** What is written to one file system. */
  private static final class Need {
    final List<String> meanings = new ArrayList<>();
    long bytes;
  }

  List<Finding> findings() {
    Map<FileStore, Need> needs = new LinkedHashMap<>();
    Directories.written(settings)
        .forEach(
            (meaning, directory) -> {
              Need need = needs.computeIfAbsent(store(directory), store -> new Need());
              need.meanings.add(meaning);
              need.bytes += (long) (text() * SHARES.getOrDefault(meaning, 0.0));
            });
    List<Finding> findings = new ArrayList<>();
    needs.forEach(
        (store, need) ->
            findings.add(finding(store.toString(), free(store), need.meanings, need.bytes)));
    return findings;
  }

  /** Bytes of the raw tables, decompressed; 0 if there are none. */
  private long text() {
    return raw.directory().stream()
        .flatMap(directory -> directory.files().stream())
        .mapToLong(file -> file.compressed() ? INFLATED * file.bytes() : file.bytes())
        .sum();
  }

  /**
   * @param store the file system
   * @param free bytes there
   * @param meanings of what is written there
   * @param need bytes of it; 0 if that is not known
   */
  static Finding finding(String store, long free, List<String> meanings, long need) {
    long wanted = Math.max(need, LEAST);
    String found =
        "%s free on %s, where %s are written%s"
            .formatted(
                Words.bytes(free),
                store,
                String.join(", ", meanings),
                need == 0
                    ? ""
                    : "; a refresh of these raw tables needs about " + Words.bytes(need));
    String room = "make room ('./credit snapshots prune'), or set other directories";
    if (free < wanted) {
      return Finding.bad(WHAT, found, room);
    }
    return free < 2 * wanted ? Finding.warn(WHAT, found, room) : Finding.ok(WHAT, found);
  }

  private static FileStore store(Path directory) {
    try {
      return Files.getFileStore(Directories.existing(directory));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long free(FileStore store) {
    try {
      return store.getUsableSpace();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
