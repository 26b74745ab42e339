package org.creditscoring.notebooks.interpreter.text;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The languages in which we speak to an analyst. */
public enum Language {
  EN(Locale.UK, "English"),
  FR(Locale.FRANCE, "Français");

  private final Locale locale;
  private final String ownName;

  Language(Locale locale, String ownName) {
    this.locale = locale;
    this.ownName = ownName;
  }

  /** ISO 639 code, such as {@code fr}. */
  public String code() {
    return locale.getLanguage();
  }

  public Locale locale() {
    return locale;
  }

  public String ownName() {
    return ownName;
  }

  /** Codes and own names of all. */
  public static Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    for (Language language : values()) {
      names.put(language.code(), language.ownName());
    }
    return names;
  }

  public static Optional<Language> of(String code) {
    for (Language language : values()) {
      if (language.code().equalsIgnoreCase(code.trim())) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }
}
