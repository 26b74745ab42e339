package org.creditscoring.data.synthetic;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Rows of a CSV file in memory, numbers printed as the published files print them: whole numbers of
 * a nullable column with {@code .0}, other decimals without trailing zeros.
 */
final class Csv {
  private static final long SIXTEEN_DIGITS = 10_000_000_000_000_000L;

  private byte[] bytes = new byte[1 << 16];
  private int size;
  private int rows;

  /** A whole number, as {@code -637}. */
  Csv whole(long value) {
    room(24);
    digits(value);
    bytes[size++] = ',';
    return this;
  }

  /** A whole number in a decimal column, as {@code -637.0}. */
  Csv wholeDecimal(long value) {
    room(24);
    digits(value);
    bytes[size++] = '.';
    bytes[size++] = '0';
    bytes[size++] = ',';
    return this;
  }

  /** An amount, given in thousandths, as {@code 24700.5}. */
  Csv thousandths(long value) {
    room(28);
    scaled(value, 1000);
    bytes[size++] = ',';
    return this;
  }

  /** Any finite number below 900: six digits where they suffice, up to sixteen otherwise. */
  Csv decimal(double value) {
    room(48);
    double millionths = Math.rint(value * 1e6);
    if (Math.abs(value - millionths / 1e6) <= 1e-12 * Math.max(1, Math.abs(value))) {
      scaled((long) millionths, 1_000_000);
    } else {
      scaled(Math.round(value * SIXTEEN_DIGITS), SIXTEEN_DIGITS);
    }
    bytes[size++] = ',';
    return this;
  }

  Csv text(String value) {
    boolean quoted = value.indexOf(',') >= 0;
    room(value.length() + 3);
    if (quoted) {
      bytes[size++] = '"';
    }
    for (int i = 0; i < value.length(); i++) {
      bytes[size++] = (byte) value.charAt(i);
    }
    if (quoted) {
      bytes[size++] = '"';
    }
    bytes[size++] = ',';
    return this;
  }

  Csv missing() {
    room(1);
    bytes[size++] = ',';
    return this;
  }

  void endRow() {
    bytes[size - 1] = '\n';
    rows++;
  }

  int rows() {
    return rows;
  }

  byte[] array() {
    return bytes;
  }

  int size() {
    return size;
  }

  @Override
  public String toString() {
    return new String(bytes, 0, size, StandardCharsets.US_ASCII);
  }

  private void scaled(long value, long unit) {
    if (value < 0) {
      bytes[size++] = '-';
    }
    long magnitude = Math.abs(value);
    digits(magnitude / unit);
    bytes[size++] = '.';
    long rest = magnitude % unit;
    long place = unit / 10;
    do {
      bytes[size++] = (byte) ('0' + rest / place);
      rest %= place;
      place /= 10;
    } while (rest > 0);
  }

  private void digits(long value) {
    if (value < 0) {
      bytes[size++] = '-';
    }
    long rest = Math.abs(value);
    int length = 1;
    for (long ten = 10; length < 19 && ten <= rest; ten *= 10) {
      length++;
    }
    for (int i = size + length - 1; i >= size; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size += length;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
  }
}
