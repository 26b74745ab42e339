package org.creditscoring.model.words;

/**
 * A double, as the binary fraction that it is, rounded to decimals: what BigDecimal says, without
 * one. The product of a double and a power of ten is rounded itself, which matters only where it
 * lies half way between two whole numbers; there a fused multiply-add tells on which side it is.
 */
final class Rounding {
  /** Below it every product with {@link #MOST_DECIMALS} decimals keeps its half. */
  static final double UNTIL = 1e12;

  static final int MOST_DECIMALS = 3;

  private static final double HALF = 0.5;
  private static final double[] POWERS = new double[23];

  static {
    // Every power of ten up to 10^22 is a double.
    for (int i = 0; i < POWERS.length; i++) {
      POWERS[i] = Double.parseDouble("1e" + i);
    }
  }

  private Rounding() {}

  /**
   * In units of the last decimal, half to the even one.
   *
   * @param value not negative, so that the result is below 2^52
   */
  static long halfEven(double value, int decimals) {
    double product = value * POWERS[decimals];
    long whole = (long) product;
    double rest = product - whole;
    if (rest != HALF) {
      return rest > HALF ? whole + 1 : whole;
    }
    double beyond = Math.fma(value, POWERS[decimals], -product);
    return beyond > 0 || beyond == 0 && (whole & 1) == 1 ? whole + 1 : whole;
  }

  /**
   * In units of the last decimal, half away from zero.
   *
   * @param value not negative, so that the result is below 2^52
   */
  static long halfUp(double value, int decimals) {
    double product = value * POWERS[decimals];
    long whole = (long) product;
    double rest = product - whole;
    boolean up = rest > HALF || rest == HALF && Math.fma(value, POWERS[decimals], -product) >= 0;
    return up ? whole + 1 : whole;
  }

  /** 10 to the power. */
  static double power(int exponent) {
    return POWERS[exponent];
  }
}
