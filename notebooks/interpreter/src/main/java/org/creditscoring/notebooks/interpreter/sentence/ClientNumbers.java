package org.creditscoring.notebooks.interpreter.sentence;

import java.util.Optional;

/** What people type where a client's number belongs. */
final class ClientNumbers {
  private static final int MOST_DIGITS = 9;

  private ClientNumbers() {}

  /** Digits, with the blanks that people put between them taken out; empty for anything else. */
  static Optional<String> parse(String typed) {
    String digits = typed.replaceAll("[\\s\\u00a0\\u202f]", "");
    return Optional.of(digits).filter(text -> text.matches("[0-9]{1," + MOST_DIGITS + "}"));
  }
}
