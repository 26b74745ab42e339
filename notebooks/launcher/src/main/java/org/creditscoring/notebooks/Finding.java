package org.creditscoring.notebooks;

import java.util.Locale;

/**
 * One line of the doctor.
 *
 * @param what it is about
 * @param found in words
 * @param mend what to do; empty if there is nothing to do
 */
record Finding(Level level, String what, String found, String mend) {
  /** How grave it is, rising. */
  enum Level {
    OK,
    WARN,
    BAD
  }

  static Finding ok(String what, String found) {
    return new Finding(Level.OK, what, found, "");
  }

  static Finding warn(String what, String found, String mend) {
    return new Finding(Level.WARN, what, found, mend);
  }

  static Finding bad(String what, String found, String mend) {
    return new Finding(Level.BAD, what, found, mend);
  }

  /** As the launcher reads it: four fields with tabs between them. */
  String line() {
    return String.join(
        "\t", level.name().toLowerCase(Locale.ROOT), flat(what), flat(found), flat(mend));
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
