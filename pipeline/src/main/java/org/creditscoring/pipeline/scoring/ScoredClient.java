package org.creditscoring.pipeline.scoring;

import org.creditscoring.model.snapshot.Layout;

/** A row of the table {@code clients}: its components are the columns of {@link Layout.Client}. */
public record ScoredClient(
    int id,
    byte fold,
    byte outcome,
    float margin,
    float baseValue,
    float probability,
    int points,
    float percentile,
    String decision,
    int[] reasons,
    float[] values,
    float[] contributions) {

  /** Largest distance that rounding may leave between margin and base value + contributions. */
  public static final double TOLERANCE = 1e-4;

  /** Base value + contributions, log-odds, which is the margin but for rounding. */
  public double explained() {
    double sum = baseValue;
    for (float contribution : contributions) {
      sum += contribution;
    }
    return sum;
  }

  /**
   * @throws IllegalStateException if the explanation does not add up to the margin, which no
   *     rounding explains: nothing may then be published
   */
  ScoredClient requireAdditive() {
    double sum = explained();
    if (!(Math.abs(sum - margin) <= TOLERANCE)) {
      throw new IllegalStateException(
          "client "
              + id
              + ": base value + contributions = "
              + sum
              + " but margin = "
              + margin
              + ", further apart than "
              + TOLERANCE);
    }
    return this;
  }
}
