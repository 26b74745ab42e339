package org.creditscoring.pipeline.snapshot;

import java.io.Serializable;
import org.creditscoring.model.feature.Feature;

/**
 * Which bin a value of a feature falls in: ranges of a number, or one for each category or flag,
 * then one for the missing.
 *
 * @param edges of the ranges, rising; empty for a category or flag, or if nothing is known
 * @param codes how many values a category or flag can take; {@value #NUMBER} for a number
 */
record Binning(double[] edges, int codes) implements Serializable {
  static final int NUMBER = 0;

  static Binning of(Feature feature, SortedValues values) {
    int codes = codes(feature);
    boolean ranges = codes == NUMBER && values.cells() > 0;
    return new Binning(ranges ? Edges.of(values) : new double[0], codes);
  }

  /** How many values a category or flag can take; {@value #NUMBER} for a number. */
  static int codes(Feature feature) {
    return switch (feature.kind()) {
      case NUMBER -> NUMBER;
      case CATEGORY -> feature.categories().size();
      case FLAG -> 2;
    };
  }

  int bins() {
    return missing() + 1;
  }

  /** The bin of the missing, which is the last. */
  int missing() {
    return codes == NUMBER ? Math.max(edges.length - 1, 0) : codes;
  }

  int bin(float value) {
    if (Float.isNaN(value)) {
      return missing();
    }
    return codes == NUMBER ? Edges.bin(edges, value) : (int) value;
  }
}
