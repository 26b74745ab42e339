package org.creditscoring.data;

import java.util.Locale;

/** What a column's numbers count. */
public enum Unit {
  /** Without a unit: identifiers and categories. */
  NONE("", ""),
  DAYS("days", "jours"),
  MONTHS("months", "mois"),
  YEARS("years", "ans"),
  HOURS("hours", "heures"),
  /** The publisher does not say which currency. */
  CURRENCY("currency units", "unités monétaires"),
  /** A ratio, 1 being the whole. */
  SHARE("share", "part"),
  COUNT("count", "nombre"),
  /** A normalised quantity, comparable between clients but without a unit of its own. */
  INDEX("index", "indice"),
  /** A position in an order, as a rating from 1 to 3. */
  RANK("rank", "rang"),
  /** 1 is yes, 0 is no. */
  FLAG("yes or no", "oui ou non");

  private final Words words;

  Unit(String en, String fr) {
    this.words = new Words(en, fr);
  }

  /** The unit in words; both are empty for {@link #NONE} only. */
  public Words words() {
    return words;
  }

  /** The name in the dictionary files, as {@code days}; empty for {@link #NONE}. */
  public String code() {
    return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
  }
}
