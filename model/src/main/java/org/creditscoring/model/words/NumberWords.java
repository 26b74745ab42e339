package org.creditscoring.model.words;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.EnumMap;
import java.util.Map;
import org.creditscoring.model.feature.Language;

/**
 * A number as a person reads it, with a true minus (U+2212) and a language's own way to write a
 * percent sign. Numbers for machines are never written by it. What {@link DecimalFormat} says of a
 * number is said without it wherever that can be done exactly, in a twentieth of the time.
 */
public final class NumberWords {
  private static final char MINUS = '\u2212';
  private static final int GROUP = 3;

  /** More than 16 digits with what stands between them. */
  private static final int LONGEST = 32;

  /** A format is slow to make and may not be shared by threads. */
  private static final ThreadLocal<Map<Language, DecimalFormat>> FORMATS =
      ThreadLocal.withInitial(NumberWords::formats);

  private static final Map<Language, DecimalFormatSymbols> SYMBOLS = symbols();

  /** Up to half of the last decimal below zero, a number is shown as zero. */
  private static final double[] SHOWN_AS_ZERO = {0.5, 0.5 * 0.1, 0.5 * 0.01, 0.5 * 0.001};

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

  /**
   * A whole number of some power of ten.
   *
   * @param units of the last decimal, not negative
   * @param least decimals that are shown though they are zero
   */
  static String scaled(boolean minus, long units, int decimals, int least, Language language) {
    DecimalFormatSymbols symbols = SYMBOLS.get(language);
    char[] text = new char[LONGEST];
    int at = LONGEST;
    long left = units;
    int shown = decimals;
    while (shown > least && left % 10 == 0) {
      left /= 10;
      shown--;
    }
    if (shown > 0) {
      for (int i = 0; i < shown; i++) {
        text[--at] = (char) ('0' + left % 10);
        left /= 10;
      }
      text[--at] = symbols.getDecimalSeparator();
    }
    int digits = 0;
    do {
      if (digits == GROUP) {
        text[--at] = symbols.getGroupingSeparator();
        digits = 0;
      }
      text[--at] = (char) ('0' + left % 10);
      left /= 10;
      digits++;
    } while (left > 0);
    if (minus) {
      text[--at] = MINUS;
    }
    return new String(text, at, LONGEST - at);
  }

  private static String format(double value, int least, int most, Language language) {
    if (most <= Rounding.MOST_DECIMALS && Math.abs(value) < Rounding.UNTIL) {
      // No minus before a number that is shown as zero.
      double shown = value <= 0 && value >= -SHOWN_AS_ZERO[most] ? 0 : value;
      return scaled(shown < 0, Rounding.halfEven(Math.abs(shown), most), most, least, language);
    }
    DecimalFormat format = FORMATS.get().get(language);
    format.setMinimumFractionDigits(least);
    format.setMaximumFractionDigits(most);
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

  private static Map<Language, DecimalFormatSymbols> symbols() {
    Map<Language, DecimalFormatSymbols> symbols = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      symbols.put(language, DecimalFormatSymbols.getInstance(language.locale()));
    }
    return symbols;
  }
}
