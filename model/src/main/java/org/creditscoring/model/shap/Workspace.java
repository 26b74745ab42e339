package org.creditscoring.model.shap;

import java.util.Arrays;
import java.util.List;

/**
 * What one thread needs to explain rows; made by {@link Explainer#workspace()}, never shared
 * between threads.
 */
public final class Workspace {
  private final Explainer owner;
  private final List<TreeWalker.Walk> walks;
  private final double[] row;

  Workspace(Explainer owner, int features, List<TreeWalker.Walk> walks) {
    this.owner = owner;
    this.walks = walks;
    this.row = new double[features];
  }

  Explainer owner() {
    return owner;
  }

  /**
   * Writes a row's contributions at {@code contributions[offset]} and returns the sum of the trees.
   */
  double walk(float[] values, int offset, float[] contributions) {
    Arrays.fill(row, 0);
    double margin = 0;
    for (TreeWalker.Walk walk : walks) {
      margin += walk.explain(values, offset, row);
    }
    for (int f = 0; f < row.length; f++) {
      contributions[offset + f] = (float) row[f];
    }
    return margin;
  }
}
