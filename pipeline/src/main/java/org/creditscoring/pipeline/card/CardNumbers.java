package org.creditscoring.pipeline.card;

import java.text.NumberFormat;
import org.creditscoring.model.feature.Language;

/** Numbers as a reader of the card's language writes them. */
final class CardNumbers {
  static final String NONE = "–";

  private CardNumbers() {}

  /** With exactly so many decimals. */
  static String fixed(double value, int decimals, Language language) {
    NumberFormat format = NumberFormat.getNumberInstance(language.locale());
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    // No minus before a number that is shown as zero.
    double shown = Math.abs(value) < 0.5 * Math.pow(10, -decimals) ? 0 : value;
    return format.format(shown);
  }

  static String fixed(Double value, int decimals, Language language) {
    return value == null ? NONE : fixed(value.doubleValue(), decimals, language);
  }

  static String percent(double share, int decimals, Language language) {
    return fixed(100 * share, decimals, language) + "\u00a0%";
  }

  static String percent(Double share, int decimals, Language language) {
    return share == null ? NONE : percent(share.doubleValue(), decimals, language);
  }

  static String whole(long count, Language language) {
    return fixed((double) count, 0, language);
  }
}
