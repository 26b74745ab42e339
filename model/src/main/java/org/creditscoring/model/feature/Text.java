package org.creditscoring.model.feature;

/**
 * One text in every language that we keep.
 *
 * @throws IllegalArgumentException if it is written in one language and blank in the other
 */
public record Text(String en, String fr) {
  /** No text, in every language. */
  public static final Text NONE = new Text("", "");

  public Text {
    if (en.isBlank() != fr.isBlank()) {
      throw new IllegalArgumentException(
          "a text is given in both languages or in none: en='" + en + "' fr='" + fr + "'");
    }
  }

  public String in(Language language) {
    return switch (language) {
      case EN -> en;
      case FR -> fr;
    };
  }
}
