package org.creditscoring.serving.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jackson's fast writer is the oracle. */
class FloatTextTest {
  private static final int RANDOM = 2_000_000;

  private final byte[] bytes = new byte[FloatText.LONGEST];

  @ParameterizedTest
  @ValueSource(
      floats = {
        0f,
        -0f,
        1f,
        -1f,
        0.1f,
        0.001f,
        9.999999E-4f,
        0.5f,
        123.456f,
        9999999f,
        1e7f,
        1.0000001e7f,
        8388607.5f,
        1e-7f,
        9.999999e-8f,
        1.1e-7f,
        Float.MIN_VALUE,
        -Float.MIN_NORMAL,
        Float.MAX_VALUE,
        16777216f,
        0.33333334f,
        5e-5f
      })
  void edges(float value) {
    assertThat(said(value)).isEqualTo(NumberOutput.toString(value, true));
  }

  /** Below a power of two floats lie closer than above it; round decimals end early. */
  @Test
  void powersAndTheirNeighbours() {
    for (int exponent = -40; exponent <= 40; exponent++) {
      for (float value : new float[] {Math.scalb(1f, exponent), (float) Math.pow(10, exponent)}) {
        for (int i = 0; i < 50; i++) {
          requireSame(value);
          value = i % 2 == 0 ? Math.nextDown(value) : Math.nextUp(Math.nextUp(value));
        }
      }
    }
  }

  @Test
  void anyFloat() {
    Random random = new Random(7);
    for (int i = 0; i < RANDOM; i++) {
      float bits = Float.intBitsToFloat(random.nextInt());
      if (Float.isFinite(bits)) {
        requireSame(bits);
      }
      requireSame((float) random.nextGaussian());
      requireSame((float) (random.nextGaussian() * 1e-4));
      requireSame(random.nextInt(10_000_000) / 100f);
    }
  }

  private void requireSame(float value) {
    String expected = NumberOutput.toString(value, true);
    String said = said(value);
    if (!said.equals(expected)) {
      assertThat(said).as("%s", Float.toHexString(value)).isEqualTo(expected);
    }
  }

  private String said(float value) {
    return new String(bytes, 0, FloatText.write(value, bytes, 0), StandardCharsets.US_ASCII);
  }
}
