package org.creditscoring.model.decision;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The margins of past clients, out of fold and frozen with the model, against which a percentile is
 * read.
 */
public final class ReferencePopulation {
  private final float[] margins;

  private ReferencePopulation(float[] rising) {
    margins = rising;
  }

  /**
   * @param margins calibrated, in any order
   * @throws IllegalArgumentException if there is none or one is no number
   */
  public static ReferencePopulation of(float[] margins) {
    float[] rising = margins.clone();
    Arrays.sort(rising);
    if (rising.length == 0 || Float.isNaN(rising[rising.length - 1])) {
      throw new IllegalArgumentException(
          "a reference population needs margins, all of them numbers");
    }
    return new ReferencePopulation(rising);
  }

  /** Reads {@link #bytes()}. */
  public static ReferencePopulation of(byte[] bytes) {
    if (bytes.length % Float.BYTES != 0) {
      throw new IllegalArgumentException(bytes.length + " bytes are no whole number of floats");
    }
    float[] margins = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(margins);
    return of(margins);
  }

  /** The margins as little-endian floats, rising. */
  public byte[] bytes() {
    ByteBuffer buffer =
        ByteBuffer.allocate(margins.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asFloatBuffer().put(margins);
    return buffer.array();
  }

  /** The margins, rising. */
  public float[] margins() {
    return margins.clone();
  }

  public int size() {
    return margins.length;
  }

  /**
   * Share of the population that is riskier than {@code margin}, ties half, from 0 to 100; higher
   * is safer.
   */
  public double percentile(float margin) {
    int from = firstAtLeast(margin);
    int to = firstAbove(margin);
    double riskier = margins.length - to;
    return 100 * (riskier + (to - from) / 2.0) / margins.length;
  }

  private int firstAtLeast(float margin) {
    int low = 0;
    int high = margins.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (margins[middle] < margin) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int firstAbove(float margin) {
    return firstAtLeast(Math.nextUp(margin));
  }
}
