package org.creditscoring.pipeline.sums;

import java.io.Serializable;
import java.math.BigInteger;

/**
 * Sums of doubles that do not depend on the order of the addends, nor on how they were spread over
 * partitions: each sum is a wide fixed-point number in which every addend has its exact place, so
 * that nothing is rounded before the end (the long accumulator of Kulisch, "Computer Arithmetic and
 * Validity", 2008).
 *
 * <p>A sum takes 128 bytes and at most 2³¹ addends, each below 2¹⁶⁰ in size; what is finer than
 * 2⁻³²⁰ in an addend is dropped, which no float and no product of two floats has.
 */
public final class ExactSums implements Serializable {
  private static final long serialVersionUID = 1;

  /** Digits of 32 bits, each with 31 bits to spare for carries. */
  private static final int DIGITS = 16;

  private static final int DIGIT_BITS = 32;
  private static final long DIGIT = (1L << DIGIT_BITS) - 1;

  /** Exponent of the last bit of the least digit. */
  private static final int LEAST = -320;

  private static final int GREATEST = 160;
  private static final int MANTISSA_BITS = 52;

  private final long[] digits;

  public ExactSums(int count) {
    digits = new long[count * DIGITS];
  }

  /**
   * @throws IllegalArgumentException if the addend is NaN, infinite or 2¹⁶⁰ or more in size
   */
  public void add(int sum, double addend) {
    if (addend == 0) {
      return;
    }
    int exponent = Math.getExponent(addend);
    if (exponent >= GREATEST) {
      throw new IllegalArgumentException("no sum holds " + addend);
    }
    long bits = Double.doubleToRawLongBits(addend);
    long mantissa = bits & ((1L << MANTISSA_BITS) - 1);
    if (exponent >= Double.MIN_EXPONENT) {
      mantissa |= 1L << MANTISSA_BITS;
    }
    int place = Math.max(exponent, Double.MIN_EXPONENT) - MANTISSA_BITS - LEAST;
    if (place < 0) {
      mantissa = place > -Long.SIZE ? mantissa >>> -place : 0;
      place = 0;
    }
    add(sum * DIGITS + place / DIGIT_BITS, mantissa, place % DIGIT_BITS, bits >> (Long.SIZE - 1));
  }

  /** Adds a mantissa of 53 bits to three digits; {@code sign} is 0, or −1 to subtract. */
  private void add(int digit, long mantissa, int shift, long sign) {
    long low = (mantissa << shift) & DIGIT;
    long middle = (mantissa >>> (DIGIT_BITS - shift)) & DIGIT;
    // Not one shift by 64 − shift, which for 0 would be none.
    long high = mantissa >>> DIGIT_BITS >>> (DIGIT_BITS - shift);
    digits[digit] += (low ^ sign) - sign;
    digits[digit + 1] += (middle ^ sign) - sign;
    if (high != 0) {
      digits[digit + 2] += (high ^ sign) - sign;
    }
  }

  /** Adds the sums of another one of the same count. */
  public void add(ExactSums other) {
    for (int i = 0; i < digits.length; i++) {
      digits[i] += other.digits[i];
    }
  }

  /** The double next to the sum. */
  public double value(int sum) {
    return value(units(sum));
  }

  /** A sum divided by a count; NaN if that is 0. */
  public double mean(int sum, long count) {
    return count == 0 ? Double.NaN : value(sum) / count;
  }

  /** Two sums divided by the count of both; NaN if that is 0. */
  public double mean(int sum, int other, long count) {
    return count == 0 ? Double.NaN : value(units(sum).add(units(other))) / count;
  }

  /**
   * Population standard deviation √(n Σx² − (Σx)²) / n, whose difference is taken exactly; NaN if
   * the count is 0.
   *
   * @param sum of x over some
   * @param other of x over the others
   * @param squares sum of x² over all
   * @param count n
   */
  public double deviation(int sum, int other, int squares, long count) {
    BigInteger plain = units(sum).add(units(other));
    BigInteger difference =
        units(squares)
            .shiftLeft(-LEAST)
            .multiply(BigInteger.valueOf(count))
            .subtract(plain.multiply(plain));
    return count == 0
        ? Double.NaN
        : Math.sqrt(Math.scalb(difference.doubleValue(), 2 * LEAST)) / count;
  }

  private static double value(BigInteger units) {
    return Math.scalb(units.doubleValue(), LEAST);
  }

  /** A sum as a whole number of the finest units. */
  private BigInteger units(int sum) {
    BigInteger whole = BigInteger.ZERO;
    for (int i = DIGITS - 1; i >= 0; i--) {
      whole = whole.shiftLeft(DIGIT_BITS).add(BigInteger.valueOf(digits[sum * DIGITS + i]));
    }
    return whole;
  }
}
