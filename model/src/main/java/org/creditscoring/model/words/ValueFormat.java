package org.creditscoring.model.words;

import java.math.BigDecimal;
import java.math.MathContext;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Language;
import org.creditscoring.model.feature.Text;
import org.creditscoring.model.feature.Unit;

/** A feature's value as a person reads it: its category's words, its unit, never a code. */
public final class ValueFormat {
  private static final Text MISSING = new Text("not known", "non renseigné");
  private static final Text YES = new Text("yes", "oui");
  private static final Text NO = new Text("no", "non");
  private static final int DIGITS = 3;
  private static final double WHOLE_FROM = 10;
  private static final double TEN = 10;

  /** From here on leading digits are those of a whole number. */
  private static final double THOUSAND = 1_000;

  /** Below it are no values but measuring errors. */
  private static final double LEAST = 1e-9;

  private ValueFormat() {}

  /** The value in words; NaN, or an index outside the categories, reads as not known. */
  public static String words(Feature feature, float value, Language language) {
    if (Float.isNaN(value)) {
      return MISSING.in(language);
    }
    return switch (feature.kind()) {
      case FLAG -> (value == 0 ? NO : YES).in(language);
      case CATEGORY -> category(feature, (int) value, language);
      case NUMBER -> number(feature.unit(), value, language);
    };
  }

  private static String category(Feature feature, int index, Language language) {
    return index < 0 || index >= feature.categories().size()
        ? MISSING.in(language)
        : feature.categories().get(index).label().in(language);
  }

  private static String number(Unit unit, float value, Language language) {
    return switch (unit) {
      case SHARE -> figures(100.0 * value, language) + NumberWords.percentSign(language);
      case CURRENCY -> NumberWords.upTo(value, 0, language);
      case YEARS, RATIO, MONTHS, DAYS -> counted(unit, value, language);
      case HOUR ->
          NumberWords.upTo(value, 0, language)
              + "\u00a0"
              + (language == Language.FR ? "h" : "o'clock");
      case COUNT, NONE -> figures(value, language);
    };
  }

  private static String counted(Unit unit, float value, Language language) {
    int digits = Math.abs(value) < WHOLE_FROM ? 1 : 0;
    // As it is shown, so that 0.96 reads "1 year" and −0.04 no "-0 years". Ten times a float is
    // exact in double, and rint takes the even neighbour of a half.
    double shown = digits == 0 ? Math.rint(value) : Math.rint(value * TEN) / TEN;
    return NumberWords.upTo(shown, digits, language) + "\u00a0" + unit.after(shown, language);
  }

  /** Whole numbers as they are, others by their leading digits, half away from zero. */
  private static String figures(double value, Language language) {
    if (value == Math.rint(value)) {
      return NumberWords.upTo(value, 0, language);
    }
    double size = Math.abs(value);
    if (size < LEAST || size >= Rounding.UNTIL) {
      BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS));
      return NumberWords.upTo(rounded.doubleValue(), Math.max(0, rounded.scale()), language);
    }
    if (size >= THOUSAND) {
      return NumberWords.scaled(value < 0, leading((long) size), 0, 0, language);
    }
    // A size so near to a power of ten that it is taken for the other side of it rounds to it.
    int decimals = DIGITS - 1;
    for (double from = TEN; decimals > 0 && size >= from; from *= TEN) {
      decimals--;
    }
    while (decimals >= DIGITS - 1 && size * Rounding.power(decimals - DIGITS + 1) < 1) {
      decimals++;
    }
    return NumberWords.scaled(value < 0, Rounding.halfUp(size, decimals), decimals, 0, language);
  }

  /**
   * The leading digits of a number with a fraction, as a whole number.
   *
   * @param whole the number without its fraction, which only ever leads away from a half
   */
  private static long leading(long whole) {
    long unit = (long) TEN;
    while (whole / unit >= THOUSAND) {
      unit *= (long) TEN;
    }
    return (whole + unit / 2) / unit * unit;
  }
}
