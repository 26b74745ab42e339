package org.creditscoring.model.feature;

import java.util.Locale;
import java.util.Optional;

/** A language in which texts are kept. */
public enum Language {
  EN(Locale.UK),
  FR(Locale.FRANCE);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  /** The locale whose number format goes with the language. */
  public Locale locale() {
    return locale;
  }

  /**
   * The language of a tag such as {@code fr}, {@code fr-CA} or {@code EN}; empty when we keep no
   * texts in it.
   */
  public static Optional<Language> of(String tag) {
    return switch (Locale.forLanguageTag(tag.replace('_', '-')).getLanguage()) {
      case "en" -> Optional.of(EN);
      case "fr" -> Optional.of(FR);
      default -> Optional.empty();
    };
  }
}
