package org.creditscoring.model.words;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.EnumMap;
import java.util.Map;
import org.creditscoring.model.feature.Language;

/**
 * A number as a person reads it, with a true minus (U+2212) and a language's own way to write a
 * percent sign. Numbers for machines are never written by it.
 */
public final class NumberWords {
  private static final char MINUS = '\u2212';

  /** A format is slow to make and may not be shared by threads. */
  private static final ThreadLocal<Map<Language, DecimalFormat>> FORMATS =
      ThreadLocal.withInitial(NumberWords::formats);

  private NumberWords() {}

  /** At most so many decimals, grouped: {@code 1,234.5} or {@code 1 234,5}. */
  public static String upTo(double value, int decimals, Language language) {
    return format(value, 0, decimals, language);
  }

  /** Exactly so many decimals, grouped. */
  public static String exactly(double value, int decimals, Language language) {
    return format(value, decimals, decimals, language);
  }

  /**
   * @param share 1 for 100 %
   */
  public static String percent(double share, int decimals, Language language) {
    return exactly(100 * share, decimals, language) + percentSign(language);
  }

  /** What follows the number: in French after a narrow no-break space. */
  public static String percentSign(Language language) {
    return language == Language.FR ? "\u202f%" : "%";
  }

  private static String format(double value, int least, int most, Language language) {
    DecimalFormat format = FORMATS.get().get(language);
    format.setMinimumFractionDigits(least);
    format.setMaximumFractionDigits(most);
    // No minus before a number that is shown as zero.
    return format.format(value <= 0 && value >= -0.5 * Math.pow(10, -most) ? 0.0 : value);
  }

  private static Map<Language, DecimalFormat> formats() {
    Map<Language, DecimalFormat> formats = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      DecimalFormat format = (DecimalFormat) NumberFormat.getNumberInstance(language.locale());
      DecimalFormatSymbols symbols = format.getDecimalFormatSymbols();
      symbols.setMinusSign(MINUS);
      format.setDecimalFormatSymbols(symbols);
      formats.put(language, format);
    }
    return formats;
  }
}
