package org.creditscoring.pipeline.snapshots;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.model.snapshot.SnapshotId;
import org.creditscoring.pipeline.run.BadDataException;
import org.creditscoring.pipeline.run.NothingToServeException;

/** The directory that snapshots are published in, for the person who looks after it. */
public record SnapshotDirectory(Path path) {

  /**
   * The id that {@code CURRENT} names.
   *
   * @throws NothingToServeException if nothing is published here
   * @throws BadDataException if it names no snapshot
   */
  public String current() {
    Path file = path.resolve(Layout.CURRENT);
    if (!Files.exists(file)) {
      throw new NothingToServeException(
          "no snapshot is published in " + path + "; './credit refresh' publishes one");
    }
    try {
      String id = Files.readString(file).strip();
      if (!SnapshotId.valid(id)) {
        throw new BadDataException(
            file + " names no snapshot; './credit snapshots rollback ID' names one");
      }
      return id;
    } catch (IOException | UncheckedIOException e) {
      throw new BadDataException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** The id that {@code CURRENT} names, if it names one. */
  Optional<String> currentIfAny() {
    try {
      return Optional.of(current());
    } catch (NothingToServeException | BadDataException e) {
      return Optional.empty();
    }
  }

  /** Ids of the published snapshots, the newest first. */
  public List<String> published() {
    return names().stream().filter(SnapshotId::valid).toList();
  }

  /** Ids of those that a gate stopped, the newest first. */
  public List<String> held() {
    return names().stream()
        .filter(name -> name.startsWith(Layout.HELD_PREFIX))
        .map(name -> name.substring(Layout.HELD_PREFIX.length()))
        .filter(SnapshotId::valid)
        .toList();
  }

  /** Where a published snapshot lives. */
  Path of(String id) {
    return path.resolve(id);
  }

  /** Where a snapshot lives that a gate stopped. */
  Path ofHeld(String id) {
    return path.resolve(Layout.HELD_PREFIX + id);
  }

  /**
   * Where a snapshot lives, published or held.
   *
   * @throws BadDataException if it is not here
   */
  public Path find(String id) {
    if (SnapshotId.valid(id)) {
      for (Path candidate : List.of(of(id), ofHeld(id))) {
        if (Files.isDirectory(candidate)) {
          return candidate;
        }
      }
    }
    throw new BadDataException(
        "there is no snapshot " + id + " in " + path + "; './credit snapshots list' lists them");
  }

  /** Every snapshot, the newest first; the published before the held of the same second. */
  List<StoredSnapshot> all() {
    String current = currentIfAny().orElse("");
    List<StoredSnapshot> all = new ArrayList<>();
    for (String id : published()) {
      SnapshotState state = id.equals(current) ? SnapshotState.CURRENT : SnapshotState.KEPT;
      all.add(StoredSnapshot.look(id, of(id), state));
    }
    held().forEach(id -> all.add(StoredSnapshot.look(id, ofHeld(id), SnapshotState.HELD)));
    all.sort(Comparator.comparing(StoredSnapshot::id).reversed());
    return all;
  }

  private List<String> names() {
    if (!Files.isDirectory(path)) {
      throw new NothingToServeException(
          "there is no snapshots directory " + path + "; './credit refresh' makes it");
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries
          .filter(Files::isDirectory)
          .map(entry -> entry.getFileName().toString())
          .sorted(Comparator.reverseOrder())
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new BadDataException(path + " cannot be read: " + e.getMessage(), e);
    }
  }
}
