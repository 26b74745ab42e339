package org.creditscoring.serving.snapshot;

import java.nio.file.Files;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Snapshots that are asked for by their id. They are opened when they are, after the quick checks;
 * the last {@value #OPEN} stay open, which bounds the memory at about 40 bytes a client each.
 */
final class KeptSnapshots implements AutoCloseable {
  private static final int OPEN = 2;

  private final SnapshotDirectory directory;
  private final Map<String, SharedSnapshot> open = new LinkedHashMap<>(OPEN, 0.75f, true);

  KeptSnapshots(SnapshotDirectory directory) {
    this.directory = directory;
  }

  /**
   * @throws UnknownSnapshotException if it is not kept (any more)
   * @throws RefusedSnapshotException if it cannot be read
   */
  synchronized Lease acquire(String id) {
    if (!Files.isDirectory(directory.of(id))) {
      release(id);
      throw new UnknownSnapshotException(
          "no snapshot " + id + " is kept; /v1/snapshots lists those that are");
    }
    if (!open.containsKey(id)) {
      if (open.size() >= OPEN) {
        release(open.keySet().iterator().next());
      }
      open.put(id, new SharedSnapshot(Snapshot.open(directory.of(id))));
    }
    SharedSnapshot shared = open.get(id);
    shared.retain();
    return new Lease(shared);
  }

  @Override
  public synchronized void close() {
    for (Iterator<SharedSnapshot> each = open.values().iterator(); each.hasNext(); ) {
      each.next().release();
      each.remove();
    }
  }

  private void release(String id) {
    SharedSnapshot shared = open.remove(id);
    if (shared != null) {
      shared.release();
    }
  }
}
