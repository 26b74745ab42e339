package org.creditscoring.model.words;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.EnumMap;
import java.util.Map;
import org.creditscoring.model.feature.Language;
import org.creditscoring.model.feature.Unit;

/** Numbers in words by the JDK's own formats and decimals: slow, and plainly right. */
final class SlowWords {
  private final Map<Language, DecimalFormat> formats = new EnumMap<>(Language.class);

  SlowWords() {
    for (Language language : Language.values()) {
      DecimalFormat format = (DecimalFormat) NumberFormat.getNumberInstance(language.locale());
      DecimalFormatSymbols symbols = format.getDecimalFormatSymbols();
      symbols.setMinusSign('\u2212');
      format.setDecimalFormatSymbols(symbols);
      formats.put(language, format);
    }
  }

  String number(Unit unit, float value, Language language) {
    return switch (unit) {
      case SHARE -> figures(100.0 * value, language) + (language == Language.FR ? "\u202f%" : "%");
      case CURRENCY -> format(value, 0, 0, language);
      case YEARS, RATIO, MONTHS, DAYS -> counted(unit, value, language);
      case HOUR ->
          format(value, 0, 0, language) + "\u00a0" + (language == Language.FR ? "h" : "o'clock");
      case COUNT, NONE -> figures(value, language);
    };
  }

  String format(double value, int least, int most, Language language) {
    DecimalFormat format = formats.get(language);
    format.setMinimumFractionDigits(least);
    format.setMaximumFractionDigits(most);
    return format.format(value <= 0 && value >= -0.5 * Math.pow(10, -most) ? 0.0 : value);
  }

  private String counted(Unit unit, float value, Language language) {
    int digits = Math.abs(value) < 10 ? 1 : 0;
    double shown = new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).doubleValue();
    return format(shown, 0, digits, language) + "\u00a0" + unit.after(shown, language);
  }

  private String figures(double value, Language language) {
    if (value == Math.rint(value)) {
      return format(value, 0, 0, language);
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(3));
    return format(rounded.doubleValue(), 0, Math.max(0, rounded.scale()), language);
  }
}
