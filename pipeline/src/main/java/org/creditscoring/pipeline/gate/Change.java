package org.creditscoring.pipeline.gate;

import java.util.Locale;

/** How a count has changed, in the direction that a gate looks in. */
enum Change {
  FEWER {
    @Override
    double share(long before, long now) {
      return before == 0 ? 0 : Math.max(0, (double) (before - now) / before);
    }
  },
  MORE {
    @Override
    double share(long before, long now) {
      return before == 0 ? 0 : Math.max(0, (double) (now - before) / before);
    }
  };

  /** As a share of what was before; 0 if there was nothing, or it went the other way. */
  abstract double share(long before, long now);

  static String told(long before, long now, String what) {
    return String.format(Locale.ROOT, "%,d %s before, %,d now", before, what, now);
  }
}
