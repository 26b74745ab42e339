package org.creditscoring.pipeline.run;

import com.typesafe.config.Config;
import java.time.Duration;

/**
 * Which snapshots are kept.
 *
 * @param snapshots so many of the newest published ones; 0 keeps all
 * @param days published ones that are no older than this are kept too, 0 or more
 * @param heldDays those that a gate stopped are kept for so long, 0 or more
 */
public record KeepSettings(int snapshots, int days, int heldDays) {
  public KeepSettings {
    Check.that(snapshots >= 0, "keep.snapshots", snapshots, "0 or more");
    Check.that(days >= 0, "keep.days", days, "0 or more");
    Check.that(heldDays >= 0, "keep.heldDays", heldDays, "0 or more");
  }

  static KeepSettings of(Config config) {
    return new KeepSettings(
        config.getInt("snapshots"), config.getInt("days"), config.getInt("heldDays"));
  }

  public Duration age() {
    return Duration.ofDays(days);
  }

  public Duration heldAge() {
    return Duration.ofDays(heldDays);
  }
}
