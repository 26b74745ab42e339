package org.creditscoring.serving.json;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The shortest decimal that reads back as the same float, nearest to it, written straight into
 * bytes: what {@link NumberOutput#toString(float, boolean)} says, without its strings. An
 * explanation is some hundred of them.
 */
final class FloatText {
  /** Room for any float, {@code -1.17549435E-38}, with what is written beyond its end. */
  static final int LONGEST = 24;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** {@code 0.} and six more {@code 0}. */
  private static final long ZEROS_POINT = 0x3030_3030_3030_2e30L;

  /** Eight characters {@code 0}. */
  private static final long ZEROS = 0x3030_3030_3030_3030L;

  /** Digits that are written at once. */
  private static final int EIGHT = 8;

  private static final int HUNDRED_MILLION = 100_000_000;

  /** From here to {@link #PLAIN_UNTIL} every product below fits a long. */
  private static final float LEAST = 1e-7f;

  /** From here on an exponent is written. */
  private static final float PLAIN_UNTIL = 1e7f;

  /** Below it an exponent is written too. */
  private static final float PLAIN_FROM = 1e-3f;

  private static final int MANTISSA_BITS = 23;
  private static final int EXPONENT_BIAS = 127;

  /** Decimals of the most precise float here: nine digits of 1e-7. */
  private static final int MOST_DECIMALS = 15;

  /** What few floats need more of, and none more than one more. */
  private static final int USUAL_DIGITS = 8;

  /** In parts of 2^{@value #LOG10_BITS}. */
  private static final int LOG10_OF_2 = 1_233;

  private static final int LOG10_BITS = 12;
  private static final long[] POWERS_OF_5 = powers(5, MOST_DECIMALS);
  private static final long[] POWERS_OF_10 = powers(10, MOST_DECIMALS);

  private FloatText() {}

  /**
   * @param value finite
   * @param to has room for {@value #LONGEST} bytes
   * @return where the next byte goes
   */
  static int write(float value, byte[] to, int from) {
    float magnitude = Math.abs(value);
    int at = from;
    if (magnitude < PLAIN_UNTIL && magnitude == (int) magnitude) {
      at = sign(value, to, at);
      at = digits((int) magnitude, to, at);
      to[at++] = '.';
      to[at++] = '0';
      return at;
    }
    if (magnitude < LEAST || magnitude >= PLAIN_UNTIL) {
      byte[] text = NumberOutput.toString(value, true).getBytes(StandardCharsets.ISO_8859_1);
      System.arraycopy(text, 0, to, at, text.length);
      return at + text.length;
    }
    return shortest(magnitude, to, sign(value, to, at));
  }

  /** Digits of a whole number from 0. */
  static int digits(int number, byte[] to, int at) {
    if (number < 10) {
      to[at] = (byte) ('0' + number);
      return at + 1;
    }
    int length = length(number);
    if (length > EIGHT) {
      return padded(number % HUNDRED_MILLION, EIGHT, to, digits(number / HUNDRED_MILLION, to, at));
    }
    return padded(number, length, to, at);
  }

  /**
   * With a float m·2^e, every real from (4m−2)·2^(e−2) to (4m+2)·2^(e−2) reads as it, the ends if m
   * is even; below a power of two floats lie twice as dense. Takes as many decimals as most floats
   * of this size need, one more where there is none between with so few, then those away without
   * which there still is one, and the nearest of what is left; all in whole numbers, so exactly.
   */
  private static int shortest(float magnitude, byte[] to, int at) {
    int bits = Float.floatToRawIntBits(magnitude);
    int exponent = bits >>> MANTISSA_BITS;
    int fraction = bits & ((1 << MANTISSA_BITS) - 1);
    long middle = 4L * (fraction | 1 << MANTISSA_BITS);
    long low = middle - (fraction == 0 ? 1 : 2);
    int open = fraction & 1;
    int scale = EXPONENT_BIAS + MANTISSA_BITS + 2 - exponent;

    int tens = (exponent - EXPONENT_BIAS) * LOG10_OF_2 >> LOG10_BITS;
    int decimals = Math.min(USUAL_DIGITS - 1 - tens, MOST_DECIMALS);
    long five = POWERS_OF_5[decimals];
    int least = (int) ((low * five + open - 1) >> scale - decimals) + 1;
    int most = (int) ((middle + 2) * five - open >> scale - decimals);
    if (least > most) {
      five = POWERS_OF_5[++decimals];
      least = (int) ((low * five + open - 1) >> scale - decimals) + 1;
      most = (int) ((middle + 2) * five - open >> scale - decimals);
    }
    int leastOfFewer = (least + 9) / 10;
    int mostOfFewer = most / 10;
    while (leastOfFewer <= mostOfFewer && decimals > 1) {
      least = leastOfFewer;
      decimals--;
      leastOfFewer = (leastOfFewer + 9) / 10;
      mostOfFewer /= 10;
    }
    int shift = scale - decimals;
    long exact = middle * POWERS_OF_5[decimals];
    // To the even one from the middle between two.
    long nearest = exact + (1L << (shift - 1)) - 1 + (exact >> shift & 1) >> shift;
    return decimal((int) Math.max(least, nearest), decimals, magnitude >= PLAIN_FROM, to, at);
  }

  /** {@code number} · 10^−{@code decimals}, of which the last digit is not zero. */
  private static int decimal(int number, int decimals, boolean plain, byte[] to, int from) {
    int at = from;
    if (plain) {
      if (decimals > EIGHT) {
        // A float has nine digits at most, so one of them is left before the last eight.
        int upper = number / HUNDRED_MILLION;
        LONGS.set(to, at, ZEROS_POINT);
        at += 2 + decimals - EIGHT;
        to[at - 1] = (byte) ('0' + upper);
        return padded(number - upper * HUNDRED_MILLION, EIGHT, to, at);
      }
      int unit = (int) POWERS_OF_10[decimals];
      int upper = number < unit ? 0 : number / unit;
      at = digits(upper, to, at);
      to[at++] = '.';
      return padded(number - upper * unit, decimals, to, at);
    }
    // The first digit is moved before the point.
    int length = length(number);
    int exponent = length - 1 - decimals;
    int end = digits(number, to, at + 1);
    to[at] = to[at + 1];
    to[at + 1] = '.';
    at = length == 1 ? padded(0, 1, to, end) : end;
    to[at++] = 'E';
    to[at++] = '-';
    return digits(-exponent, to, at);
  }

  /**
   * A number with zeros before it, all eight digits at once: each step splits every part of a long
   * into its quotient and rest.
   *
   * @param digits from 1 to 8, enough for the number
   */
  private static int padded(int number, int digits, byte[] to, int at) {
    long all = (long) number * POWERS_OF_10[EIGHT - digits];
    long fours = all / 10_000 | all % 10_000 << 32;
    long hundreds = fours * 10_486 >>> 20 & 0x7f_0000_007fL;
    long twos = hundreds | fours - 100 * hundreds << 16;
    long tens = twos * 103 >>> 10 & 0x0f_000f_000f_000fL;
    long ones = tens | twos - 10 * tens << 8;
    LONGS.set(to, at, ones | ZEROS);
    return at + digits;
  }

  private static int sign(float value, byte[] to, int at) {
    to[at] = '-';
    return at + (Float.floatToRawIntBits(value) >>> Integer.SIZE - 1);
  }

  /** Digits of a whole number from 1. */
  private static int length(int number) {
    int estimate = (Integer.SIZE - Integer.numberOfLeadingZeros(number)) * LOG10_OF_2 >> LOG10_BITS;
    return number >= POWERS_OF_10[estimate] ? estimate + 1 : estimate;
  }

  private static long[] powers(int base, int most) {
    long[] powers = new long[most + 1];
    powers[0] = 1;
    for (int i = 1; i <= most; i++) {
      powers[i] = powers[i - 1] * base;
    }
    return powers;
  }
}
