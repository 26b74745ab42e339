package org.creditscoring.data.synthetic;

import java.util.SplittableRandom;

/**
 * The random draws of one client. Each client has a stream of its own, which depends on the seed
 * and the client's place only, so that threads cannot change what is drawn.
 */
final class Draws {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private final SplittableRandom random;

  private Draws(SplittableRandom random) {
    this.random = random;
  }

  /** The stream of the client at {@code place}, counted from 0. */
  static Draws of(long seed, long place) {
    return new Draws(new SplittableRandom(mix(mix(seed) + GOLDEN_GAMMA * (place + 1))));
  }

  /** Murmur3's 64-bit finaliser: neighbouring seeds give unrelated streams. */
  private static long mix(long bits) {
    long mixed = (bits ^ (bits >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }

  /** Uniform in [0, 1). */
  double uniform() {
    return random.nextDouble();
  }

  double uniform(double from, double to) {
    return from + (to - from) * random.nextDouble();
  }

  /** Standard normal. */
  double normal() {
    return random.nextGaussian();
  }

  /**
   * A factor with median 1, log-logistic: amounts that range over several powers of ten.
   *
   * @param scale of its logarithm; 0.8 puts half of all between 0.4 and 2.4
   */
  double spread(double scale) {
    double u = Math.max(random.nextDouble(), 1e-9);
    return Math.pow(u / (1 - u), scale);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** A whole number in [from, to]. */
  int between(int from, int to) {
    return from + random.nextInt(to - from + 1);
  }

  /** The number of failures before the first success: mean (1 − p) / p. */
  int geometric(double p) {
    return (int) (Math.log1p(-random.nextDouble()) / Math.log1p(-p));
  }
}
