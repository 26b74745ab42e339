package org.creditscoring.pipeline.snapshots;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.model.snapshot.SnapshotId;
import org.creditscoring.model.snapshot.SnapshotLock;
import org.creditscoring.pipeline.file.Durable;
import org.creditscoring.pipeline.run.KeepSettings;

/**
 * Removes old snapshots. What is current, the one before it, which a rollback goes to, and whatever
 * is newer stay, and so does what somebody reads. A snapshot is renamed before its files go, so
 * that a crash leaves no half of it under its id; what it leaves is swept by the next refresh.
 */
public final class Pruning {
  private final SnapshotDirectory directory;
  private final KeepSettings keep;
  private final Instant now;

  /**
   * @param snapshots the directory, whose lock the caller holds
   */
  public Pruning(Path snapshots, KeepSettings keep, Instant now) {
    this.directory = new SnapshotDirectory(snapshots);
    this.keep = keep;
    this.now = now;
  }

  /**
   * What is, or would be, removed.
   *
   * @param id of it
   * @param held whether a gate had stopped it
   * @param bytes of its files
   */
  public record Removable(String id, boolean held, long bytes) {}

  /**
   * What was done.
   *
   * @param removed in the order in which it went, the oldest first
   * @param spared one sentence for each that is kept all the same, and why
   */
  public record Done(List<Removable> removed, List<String> spared) {}

  /**
   * What the settings do not keep, the oldest first.
   *
   * @throws org.creditscoring.pipeline.run.BadDataException if {@code CURRENT} names no snapshot
   *     that is here: then nobody can say what is old
   * @throws org.creditscoring.pipeline.run.NothingToServeException if nothing is published
   */
  public List<Removable> removable() {
    String current = directory.current();
    directory.find(current);
    List<String> published = directory.published();
    String before =
        published.stream().filter(id -> id.compareTo(current) < 0).findFirst().orElse(current);
    List<Removable> removable = new ArrayList<>();
    for (int place = published.size() - 1; place >= 0; place--) {
      String id = published.get(place);
      boolean kept = keep.snapshots() == 0 || place < keep.snapshots() || young(id, keep.age());
      if (!kept && id.compareTo(before) < 0) {
        removable.add(removable(id, false));
      }
    }
    List<String> held = directory.held();
    for (int place = held.size() - 1; place >= 0; place--) {
      if (!young(held.get(place), keep.heldAge())) {
        removable.add(removable(held.get(place), true));
      }
    }
    return removable;
  }

  /** Removes what the settings do not keep. */
  public Done run() throws IOException {
    List<Removable> removed = new ArrayList<>();
    List<String> spared = new ArrayList<>();
    for (Removable one : removable()) {
      Optional<String> obstacle = remove(one);
      if (obstacle.isEmpty()) {
        removed.add(one);
      } else {
        spared.add(one.id() + " is kept: " + obstacle.get());
      }
    }
    return new Done(List.copyOf(removed), List.copyOf(spared));
  }

  /**
   * @return why it stays; empty if it is gone
   */
  private Optional<String> remove(Removable one) throws IOException {
    Path path = one.held() ? directory.ofHeld(one.id()) : directory.of(one.id());
    Optional<Closeable> lock;
    try {
      lock = SnapshotLock.exclusive(path);
    } catch (IOException e) {
      return Optional.of("whether somebody reads it cannot be known (" + e.getMessage() + ")");
    }
    if (lock.isEmpty()) {
      return Optional.of("somebody reads it");
    }
    try (Closeable held = lock.get()) {
      Path aside = directory.path().resolve(Layout.STAGING_PREFIX + "pruned-" + one.id());
      Durable.rename(path, aside);
      Durable.remove(aside);
      return Optional.empty();
    }
  }

  private Removable removable(String id, boolean held) {
    Path path = held ? directory.ofHeld(id) : directory.of(id);
    return new Removable(id, held, StoredSnapshot.look(id, path, SnapshotState.KEPT).bytes());
  }

  /** By the id: also a snapshot whose manifest is lost has an age. */
  private boolean young(String id, Duration age) {
    // Where nobody knows its age, it counts as young.
    return SnapshotId.made(id).map(made -> made.isAfter(now.minus(age))).orElse(true);
  }
}
