package org.creditscoring.serving.api;

import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Kind;
import org.creditscoring.model.feature.Language;
import org.creditscoring.model.words.ValueFormat;

/** A feature's value for a machine and for a person. */
final class Display {
  private Display() {}

  /** The number, the category's code, or null when it is missing. */
  static Object value(Feature feature, double value) {
    if (Double.isNaN(value)) {
      return null;
    }
    if (feature.kind() != Kind.CATEGORY) {
      return (float) value;
    }
    int index = (int) value;
    return index < 0 || index >= feature.categories().size()
        ? null
        : feature.categories().get(index).code();
  }

  static String words(Feature feature, double value, Language language) {
    return ValueFormat.words(feature, (float) value, language);
  }
}
