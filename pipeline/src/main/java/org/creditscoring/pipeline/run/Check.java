package org.creditscoring.pipeline.run;

/** Says which setting is wrong, its value, and what it may be. */
final class Check {
  private Check() {}

  /**
   * @throws IllegalArgumentException unless {@code valid}
   */
  static void that(boolean valid, String setting, Object value, String allowed) {
    if (!valid) {
      throw new IllegalArgumentException(
          "setting " + setting + " is " + value + "; it must be " + allowed);
    }
  }

  static void share(String setting, double value) {
    that(value > 0 && value <= 1, setting, value, "above 0 and at most 1");
  }
}
