package org.creditscoring.pipeline.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.pipeline.file.Durable;

/**
 * The directory of snapshots: one is written aside, then renamed, then named by {@code CURRENT}. At
 * any instant {@code CURRENT} names a whole snapshot, and nothing published is ever touched.
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

  /** Forces the snapshot to disk, gives it its name and makes it the one that is served. */
  public void publish() throws IOException {
    Durable.force(staging);
    Durable.rename(staging, root.resolve(id));
    Durable.replace(root.resolve(Layout.CURRENT), id + "\n");
  }

  /** Removes what was written, if it was not published. */
  public void abandon() throws IOException {
    Durable.remove(staging);
  }
}
