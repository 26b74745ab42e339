package org.creditscoring.pipeline.training;

import java.io.Serializable;
import java.util.List;
import org.creditscoring.model.feature.Feature;

/** How many values each column can take if it is a category, and where their counts lie. */
final class ColumnKinds implements Serializable {
  private static final long serialVersionUID = 1;

  private final int[] starts;

  private ColumnKinds(int[] starts) {
    this.starts = starts;
  }

  static ColumnKinds of(List<Feature> features) {
    int[] starts = new int[features.size() + 1];
    for (int i = 0; i < features.size(); i++) {
      starts[i + 1] = starts[i] + features.get(i).categories().size();
    }
    return new ColumnKinds(starts);
  }

  /** Columns. */
  int count() {
    return starts.length - 1;
  }

  /** Values of all categories together. */
  int categories() {
    return starts[starts.length - 1];
  }

  /** Values of a column, 0 unless it is a category. */
  int categories(int column) {
    return starts[column + 1] - starts[column];
  }

  /** Where a value of a category is counted. */
  int place(int column, int category) {
    return starts[column] + category;
  }
}
