package org.creditscoring.model.benchmarks;

import java.util.SplittableRandom;

/**
 * Rows that resemble credit applications as far as trees can tell: a few latent traits behind all
 * features, amounts, counts, flags, days and small categories, a third of the features missing here
 * and there and a third missing in blocks. A row is a function of its number, so any part of the
 * table can be made anywhere.
 *
 * @param features per row, ≥ 1
 */
record SyntheticRows(int features) {
  private static final long SEED = 20261122;
  private static final int TRAITS = 12;
  private static final int BLOCKS = 8;

  /** About one outcome in ten is a 1. */
  private static final double INTERCEPT = -2.9;

  /** Rows {@code first .. first + count}, row-major, NaN meaning missing. */
  float[] values(int first, int count) {
    float[] values = new float[count * features];
    for (int r = 0; r < count; r++) {
      fill(first + r, values, r * features);
    }
    return values;
  }

  /** Outcomes of the same rows, 0 or 1. */
  float[] outcomes(int first, int count) {
    float[] outcomes = new float[count];
    float[] scratch = new float[features];
    for (int r = 0; r < count; r++) {
      outcomes[r] = fill(first + r, scratch, 0);
    }
    return outcomes;
  }

  /** Writes a row at {@code offset} and returns its outcome. */
  private float fill(int row, float[] values, int offset) {
    SplittableRandom random = new SplittableRandom(SEED ^ (row * 0x9E3779B97F4A7C15L));
    double[] traits = new double[TRAITS];
    for (int i = 0; i < TRAITS; i++) {
      traits[i] = normal(random);
    }
    boolean[] blockMissing = new boolean[BLOCKS];
    for (int i = 0; i < BLOCKS; i++) {
      blockMissing[i] = random.nextDouble() < 0.15 + 0.07 * i;
    }
    double logOdds = INTERCEPT;
    for (int f = 0; f < features; f++) {
      double latent = 0.7 * traits[f % TRAITS] + 0.7 * normal(random);
      boolean missing =
          switch (f % 3) {
            case 1 -> random.nextDouble() < 0.05 + 0.02 * (f * 7 % 10);
            case 2 -> blockMissing[f / 3 % BLOCKS];
            default -> false;
          };
      values[offset + f] = missing ? Float.NaN : shape(f, latent);
      logOdds += missing ? 0.03 * (f % 7 - 3) : effect(f, latent, traits);
    }
    return random.nextDouble() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
  }

  private static float shape(int feature, double latent) {
    return (float)
        switch (feature % 6) {
          case 0 -> latent;
          case 1 -> Math.floor(Math.exp(1 + 0.7 * latent)); // a count
          case 2 -> latent > 0.6 ? 1 : 0; // a flag
          case 3 -> Math.exp(10 + 0.8 * latent); // an amount
          case 4 -> -Math.floor(8000 + 3000 * latent); // days
          default -> Math.floor(3 + 1.5 * latent); // a category
        };
  }

  /** What the feature adds to the log-odds of the outcome: of many shapes, the first the most. */
  private static double effect(int feature, double latent, double[] traits) {
    double weight = (feature % 2 == 0 ? 0.55 : -0.55) / Math.sqrt(1 + 0.6 * feature);
    return weight
        * switch (feature % 5) {
          case 0 -> Math.tanh(1.3 * latent);
          case 1 -> Math.abs(latent) - 0.8;
          case 2 -> 0.6 * latent * traits[(feature + 3) % TRAITS];
          case 3 -> latent > 1 ? 1 : 0;
          default -> 0;
        };
  }

  /** Close enough to normal: the sum of four uniforms. */
  private static double normal(SplittableRandom random) {
    double sum =
        random.nextDouble() + random.nextDouble() + random.nextDouble() + random.nextDouble();
    return (sum - 2) * Math.sqrt(3);
  }
}
