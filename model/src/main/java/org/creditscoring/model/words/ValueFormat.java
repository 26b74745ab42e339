package org.creditscoring.model.words;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
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
    // As it is shown, so that 0.96 reads "1 year" and −0.04 no "-0 years".
    double shown = new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).doubleValue();
    return NumberWords.upTo(shown, digits, language) + "\u00a0" + unit.after(shown, language);
  }

  /** Whole numbers as they are, others by their leading digits. */
  private static String figures(double value, Language language) {
    if (value == Math.rint(value)) {
      return NumberWords.upTo(value, 0, language);
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS));
    return NumberWords.upTo(rounded.doubleValue(), Math.max(0, rounded.scale()), language);
  }
}
