package org.creditscoring.pipeline.training;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Values of a client as a linear model reads them: a number standardised, cut off far out so that
 * one income of millions does not bend the line, at its mean when missing and then marked; a
 * category as one number for each of its values that occurs. What it knows comes from the clients
 * that it was fitted on.
 */
final class LinearEncoding implements Serializable {
  private static final long serialVersionUID = 1;

  /** Standard deviations from the mean. */
  private static final double FARTHEST = 5;

  /** Share of clients that must miss a value, and have it, for the missing to be marked. */
  private static final double MARKED = 0.01;

  private final List<Part> parts;

  private LinearEncoding(List<Part> parts) {
    this.parts = parts;
  }

  /** One number of the encoding. */
  private interface Part extends Serializable {
    double of(float[] features);
  }

  private record Standardised(int column, double mean, double deviation) implements Part {
    @Override
    public double of(float[] features) {
      float value = features[column];
      return Float.isNaN(value)
          ? 0
          : Math.max(-FARTHEST, Math.min(FARTHEST, (value - mean) / deviation));
    }
  }

  private record Missing(int column) implements Part {
    @Override
    public double of(float[] features) {
      return Float.isNaN(features[column]) ? 1 : 0;
    }
  }

  private record OneOf(int column, int category) implements Part {
    @Override
    public double of(float[] features) {
      return features[column] == category ? 1 : 0;
    }
  }

  /**
   * @param columns that are encoded, by their places among a client's features
   * @param sums over the clients that it is fitted on
   */
  static LinearEncoding fit(int[] columns, ColumnKinds kinds, ColumnSums sums) {
    List<Part> parts = new ArrayList<>();
    for (int column : columns) {
      if (kinds.categories(column) > 0) {
        for (int category = 0; category < kinds.categories(column); category++) {
          if (sums.categories()[kinds.place(column, category)] > 0) {
            parts.add(new OneOf(column, category));
          }
        }
      } else if (sums.deviation(column) > 0) {
        parts.add(new Standardised(column, sums.mean(column), sums.deviation(column)));
      }
      double missing = sums.missingShare(column);
      if (missing >= MARKED && missing <= 1 - MARKED) {
        parts.add(new Missing(column));
      }
    }
    return new LinearEncoding(parts);
  }

  int size() {
    return parts.size();
  }

  float[] of(float[] features) {
    float[] encoded = new float[parts.size()];
    for (int i = 0; i < encoded.length; i++) {
      encoded[i] = (float) parts.get(i).of(features);
    }
    return encoded;
  }
}
