package org.creditscoring.pipeline.snapshots;

import java.util.Locale;

/** How a snapshot in the directory stands. */
enum SnapshotState {
  /** {@code CURRENT} names it. */
  CURRENT,
  /** It was published, and another one is current. */
  KEPT,
  /** A gate stopped it: whole, and not published. */
  HELD,
  /** Its manifest cannot be read, or a file is not there as the manifest lists it. */
  BROKEN;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
