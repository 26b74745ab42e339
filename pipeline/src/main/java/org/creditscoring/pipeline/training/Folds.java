package org.creditscoring.pipeline.training;

import java.io.Serializable;

/**
 * Gives each client its part of the cross-fitting by a salted hash of the id, whatever else the
 * data hold.
 *
 * @param count parts
 * @param salt another salt is another split
 */
public record Folds(int count, long salt) implements Serializable {
  /** The part of a client, from 0 to count − 1. */
  public byte of(int id) {
    return (byte) Long.remainderUnsigned(hash(id), count);
  }

  /** 64 bits that any change of id or salt changes. */
  long hash(int id) {
    return mix(id + mix(salt));
  }

  /** Finaliser of SplitMix64 (Steele, Lea, Flood 2014): every input bit moves every output bit. */
  private static long mix(long x) {
    long z = x + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
