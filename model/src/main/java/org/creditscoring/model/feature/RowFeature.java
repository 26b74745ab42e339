package org.creditscoring.model.feature;

import java.util.List;

/**
 * A feature computed within one application row, by the same code in the batch and in what-if.
 *
 * @param inputs the raw columns that {@code formula} reads, all of them
 */
public record RowFeature(Feature feature, List<String> inputs, Formula formula) {

  /** A pure function of the inputs; NaN in its result is a missing value. */
  @FunctionalInterface
  public interface Formula {
    double of(RawRow row);
  }

  public RowFeature {
    inputs = List.copyOf(inputs);
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException(feature.name() + " reads no column");
    }
  }

  /**
   * The value in model units: rounded to float, infinities are missing.
   *
   * @throws IllegalArgumentException if the formula reads a column that is not among the inputs
   */
  public float value(RawRow row) {
    double value =
        formula.of(
            column -> {
              if (!inputs.contains(column)) {
                throw new IllegalArgumentException(
                    feature.name() + " reads " + column + " without declaring it");
              }
              return row.number(column);
            });
    float rounded = (float) value;
    return Float.isInfinite(rounded) ? Float.NaN : rounded;
  }
}
