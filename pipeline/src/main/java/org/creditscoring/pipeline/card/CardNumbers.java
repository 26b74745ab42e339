package org.creditscoring.pipeline.card;

import org.creditscoring.model.feature.Language;
import org.creditscoring.model.words.NumberWords;

/** Numbers as a reader of the card's language writes them. */
final class CardNumbers {
  static final String NONE = "–";

  private CardNumbers() {}

  /** With exactly so many decimals. */
  static String fixed(double value, int decimals, Language language) {
    return NumberWords.exactly(value, decimals, language);
  }

  static String fixed(Double value, int decimals, Language language) {
    return value == null ? NONE : fixed(value.doubleValue(), decimals, language);
  }

  static String percent(double share, int decimals, Language language) {
    return NumberWords.percent(share, decimals, language);
  }

  static String percent(Double share, int decimals, Language language) {
    return share == null ? NONE : percent(share.doubleValue(), decimals, language);
  }

  static String whole(long count, Language language) {
    return fixed((double) count, 0, language);
  }
}
