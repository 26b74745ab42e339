package org.creditscoring.pipeline.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.model.snapshot.SnapshotId;
import org.creditscoring.pipeline.file.Durable;

/**
 * The directory of snapshots: one is written aside, then renamed, then named by {@code CURRENT}. At
 * any instant {@code CURRENT} names a whole snapshot, and nothing published is ever touched. One
 * that a gate stops is renamed so that nobody serves it.
 */
public final class Publication {
  private final Path root;
  private final String id;
  private final Path staging;

  private Publication(Path root, String id) {
    this.root = root;
    this.id = id;
    this.staging = root.resolve(Layout.STAGING_PREFIX + id);
  }

  /** Begins a snapshot; what dead refreshes left behind is removed. The caller holds the lock. */
  public static Publication begin(Path root, String id) throws IOException {
    Durable.removeStaging(root);
    Publication publication = new Publication(root, id);
    Files.createDirectory(publication.staging);
    return publication;
  }

  /** Where the snapshot is written. */
  public Path staging() {
    return staging;
  }

  public String id() {
    return id;
  }

  /**
   * Forces the snapshot to disk, gives it its name and makes it the one that is served. After a
   * failure neither has happened, but for that of a disk that cannot confirm what it has done.
   */
  public void publish() throws IOException {
    Durable.force(staging);
    // All that needs room on the disk comes before the snapshot has its name.
    publish(root, staging, id, Publications.By.REFRESH, "");
  }

  /** The same of a snapshot that a gate keeps back; the caller holds the lock. */
  static void release(Path root, String id, String because) throws IOException {
    publish(root, root.resolve(Layout.HELD_PREFIX + id), id, Publications.By.PUBLISH, because);
  }

  private static void publish(Path root, Path aside, String id, Publications.By by, String because)
      throws IOException {
    Durable.Prepared current = prepare(root, id, by, because);
    Path place = root.resolve(id);
    Durable.rename(aside, place);
    try {
      current.move();
    } catch (IOException e) {
      Durable.rename(place, aside);
      throw e;
    }
    // From here on it is the one that is served, whatever the disk says.
    current.force();
  }

  /**
   * Makes a snapshot that is there under its own name the one that is served.
   *
   * @param because in the words of the person who does it; empty for none
   */
  public static void makeCurrent(Path root, String id, Publications.By by, String because)
      throws IOException {
    Durable.Prepared current = prepare(root, id, by, because);
    current.move();
    current.force();
  }

  /**
   * The change goes on record first: a line that a crash left without its change is followed by
   * that of the next, and no change is without one.
   */
  private static Durable.Prepared prepare(Path root, String id, Publications.By by, String because)
      throws IOException {
    Durable.Prepared current = Durable.prepare(root.resolve(Layout.CURRENT), id + "\n");
    new Publications(root).add(Instant.now(), id, by, because);
    return current;
  }

  /** Ids of the snapshots that a gate keeps back in a directory, the newest first. */
  static List<String> held(Path root) throws IOException {
    try (Stream<Path> entries = Files.list(root)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> name.startsWith(Layout.HELD_PREFIX))
          .map(name -> name.substring(Layout.HELD_PREFIX.length()))
          .filter(SnapshotId::valid)
          .sorted(Comparator.reverseOrder())
          .toList();
    }
  }

  /**
   * Forces the snapshot to disk and keeps it aside; the oldest of those that were kept so before
   * are removed.
   *
   * @param kept how many there may be
   * @param say told of each that is removed
   */
  public void hold(int kept, Consumer<String> say) throws IOException {
    Durable.force(staging);
    Durable.rename(staging, held());
    List<String> ids = held(root);
    for (String old : ids.subList(Math.min(kept, ids.size()), ids.size())) {
      // Renamed first, so that a crash leaves no half of it under its own name.
      Path aside = root.resolve(Layout.STAGING_PREFIX + "removed-" + old);
      Durable.rename(root.resolve(Layout.HELD_PREFIX + old), aside);
      Durable.remove(aside);
      say.accept("the held snapshot " + old + " is removed: " + kept + " are kept");
    }
  }

  /** Where it is once it is held. */
  public Path held() {
    return root.resolve(Layout.HELD_PREFIX + id);
  }

  /** Removes what was written, if it was not published. */
  public void abandon() throws IOException {
    Durable.remove(staging);
  }
}
