package org.creditscoring.data;

import java.util.Objects;

/**
 * A value that a text column may take.
 *
 * @param code as written in the files
 * @param label as shown to people
 */
public record Category(String code, Words label) {
  public Category {
    Objects.requireNonNull(label, "label");
    if (code.isBlank()) {
      throw new IllegalArgumentException("A category needs a code: a missing value is not one.");
    }
  }
}
