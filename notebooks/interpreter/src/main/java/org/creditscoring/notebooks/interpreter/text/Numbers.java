package org.creditscoring.notebooks.interpreter.text;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;

/**
 * Numbers as the language writes them, with a true minus (U+2212). Instances are for one thread.
 * The service's own texts and {@code chart.js} write them alike.
 */
public final class Numbers {
  private static final int MOST_DECIMALS = 6;
  private static final char MINUS = '\u2212';

  private final Language language;
  private final DecimalFormat format;

  public Numbers(Language language) {
    this.language = language;
    this.format = (DecimalFormat) NumberFormat.getNumberInstance(language.locale());
    DecimalFormatSymbols symbols = format.getDecimalFormatSymbols();
    symbols.setMinusSign(MINUS);
    format.setDecimalFormatSymbols(symbols);
  }

  /** At most the given number of decimals, grouped: {@code 1,234.5} or {@code 1 234,5}. */
  public String number(double value, int decimals) {
    return write(value, 0, decimals);
  }

  /** About four significant figures, for values whose size is not known beforehand. */
  public String plain(double value) {
    double size = Math.abs(value);
    int decimals = size >= 1000 || size == 0 ? 0 : (int) (3 - Math.floor(Math.log10(size)));
    return number(value, Math.max(0, Math.min(MOST_DECIMALS, decimals)));
  }

  /** Two decimals, with its sign unless it is shown as zero: {@code +0.35}. */
  public String signed(double value) {
    return signed(value, 2);
  }

  /** Whole, with its sign unless it is 0: {@code −12}. */
  public String change(double value) {
    return Math.abs(value) < 0.5 ? "0" : signed(value, 0);
  }

  private String signed(double value, int decimals) {
    boolean rising = value > 0.5 * Math.pow(10, -decimals);
    return (rising ? "+" : "") + write(value, decimals, decimals);
  }

  /** A share from 0 to 1 as a percentage with the given number of decimals. */
  public String percent(double share, int decimals) {
    return write(100 * share, decimals, decimals) + percentSign();
  }

  /**
   * A rank from 0 to 100 as a whole percentage; nobody stands above none or all of the others, so
   * the ends read {@code <1%} and {@code >99%}.
   */
  public String rank(double percentile) {
    if (percentile <= 0.5) {
      return "<" + percent(0.01, 0);
    }
    return percentile >= 99.5 ? ">" + percent(0.99, 0) : percent(percentile / 100, 0);
  }

  /** Two shares as a range, the percent sign said once: {@code 1.1–1.8%}. */
  public String percents(double low, double high, int decimals) {
    return write(100 * low, decimals, decimals) + "\u2013" + percent(high, decimals);
  }

  private String percentSign() {
    return language == Language.FR ? "\u202f%" : "%";
  }

  private String write(double value, int least, int most) {
    format.setMinimumFractionDigits(least);
    format.setMaximumFractionDigits(most);
    // No minus before a number that is shown as zero.
    return format.format(value <= 0 && value >= -0.5 * Math.pow(10, -most) ? 0.0 : value);
  }

  /**
   * Decimals, from one, with which two different shares look different: a probability of 9.08 %
   * beside a cut-off of 9.09 % must not read as equal, since the decision is taken on the unrounded
   * one.
   */
  public int decimalsToTellApart(double share, double other) {
    for (int decimals = 1; decimals < MOST_DECIMALS; decimals++) {
      if (share == other || !percent(share, decimals).equals(percent(other, decimals))) {
        return decimals;
      }
    }
    return MOST_DECIMALS;
  }
}
