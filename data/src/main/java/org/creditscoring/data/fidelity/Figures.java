package org.creditscoring.data.fidelity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** How the report writes its figures. */
final class Figures {
  private Figures() {}

  /** As {@code below 45: 12.3 %, not 10.0 %}. */
  static String share(String what, double found, double expected) {
    return String.format(
        Locale.ROOT, "%s: %.2f %%, not %.2f %%", what, 100 * found, 100 * expected);
  }

  /** A number as the tables write it, to six digits. */
  static String number(double value) {
    return BigDecimal.valueOf(value).round(new MathContext(6)).stripTrailingZeros().toPlainString();
  }
}
