package org.creditscoring.model.feature;

/** One value of a categorical feature: the raw table's code and what people read instead. */
public record Category(String code, Text label) {
  public Category {
    if (code.isBlank()) {
      throw new IllegalArgumentException("a category needs a code");
    }
  }
}
