package org.creditscoring.serving.metrics;

import java.time.Duration;
import java.time.Instant;
import org.creditscoring.serving.snapshot.SnapshotStore;

/** What is measured of the snapshot that answers come from. */
public final class SnapshotMeters {
  private SnapshotMeters() {}

  public static void bind(Metrics metrics, SnapshotStore store) {
    metrics.gauge(
        "credit.snapshot.age.seconds",
        "Since the snapshot in place was made",
        () -> age(store.status().createdAt()));
    metrics.gauge(
        "credit.snapshot.stale",
        "1 while CURRENT is not followed, or what it names is not served",
        () -> store.status().refusal().isEmpty() ? 0 : 1);
    metrics.count(
        "credit.snapshot.swaps", "Snapshots put in place of another", () -> store.status().swaps());
    metrics.count(
        "credit.snapshot.refusals",
        "Times that CURRENT was not followed, each cause counted once",
        () -> store.status().refusals());
  }

  private static double age(String createdAt) {
    return Duration.between(Instant.parse(createdAt), Instant.now()).toMillis() / 1000.0;
  }
}
