package org.creditscoring.serving.load;

/** How long these tests go on: short unless the profile {@code load} says otherwise. */
final class Effort {
  private Effort() {}

  /** Of load while snapshots change. */
  static int seconds() {
    return Integer.getInteger("load.seconds", 8);
  }

  /** Between two changes of {@code CURRENT}. */
  static int swapMillis() {
    return Integer.getInteger("load.swapMillis", 700);
  }

  /** Of the fuzz test. */
  static int requests() {
    return Integer.getInteger("load.requests", 2_500);
  }
}
