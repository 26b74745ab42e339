package org.creditscoring.notebooks.interpreter.text;

import java.text.DecimalFormat;
import java.text.NumberFormat;

/** Numbers as the language writes them. Instances are for one thread. */
public final class Numbers {
  private static final int MOST_DECIMALS = 6;
  private final Language language;

  public Numbers(Language language) {
    this.language = language;
  }

  /** At most the given number of decimals, grouped: {@code 1,234.5} or {@code 1 234,5}. */
  public String number(double value, int decimals) {
    NumberFormat format = NumberFormat.getNumberInstance(language.locale());
    format.setMaximumFractionDigits(decimals);
    return format.format(value + 0.0);
  }

  /** About four significant figures, for values whose size is not known beforehand. */
  public String plain(double value) {
    double size = Math.abs(value);
    int decimals = size >= 1000 || size == 0 ? 0 : (int) (3 - Math.floor(Math.log10(size)));
    return number(value, Math.max(0, Math.min(MOST_DECIMALS, decimals)));
  }

  /** Always with its sign and two decimals: {@code +0.35}; the minus is the typographic one. */
  public String signed(double value) {
    return signed(value, 2);
  }

  /** Whole, with its sign unless it is 0: {@code −12}. */
  public String change(double value) {
    return Math.abs(value) < 0.5 ? "0" : signed(value, 0);
  }

  private String signed(double value, int decimals) {
    DecimalFormat format = (DecimalFormat) NumberFormat.getNumberInstance(language.locale());
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    format.setPositivePrefix("+");
    format.setNegativePrefix("\u2212");
    return format.format(value + 0.0);
  }

  /** A share from 0 to 1 as a percentage with the given number of decimals. */
  public String percent(double share, int decimals) {
    NumberFormat format = NumberFormat.getPercentInstance(language.locale());
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(share);
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
