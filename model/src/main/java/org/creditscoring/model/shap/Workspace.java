package org.creditscoring.model.shap;

import java.util.Arrays;
import java.util.List;

/**
 * What one thread needs to explain rows; made by {@link Explainer#workspace()}, never shared
 * between threads.
 */
public final class Workspace {
  private final Explainer owner;
  private final Block block;
  private final List<TreeWalker.Walk> walks;
  private final double[] row;

  Workspace(Explainer owner, Block block, List<TreeWalker.Walk> walks) {
    this.owner = owner;
    this.block = block;
    this.walks = walks;
    this.row = new double[owner.features()];
  }

  Explainer owner() {
    return owner;
  }

  Block block() {
    return block;
  }

  boolean walks() {
    return !walks.isEmpty();
  }

  /**
   * Adds the walked trees' contributions for the row at {@code offset} and returns their margin.
   */
  double walk(float[] values, int offset, float[] contributions) {
    Arrays.fill(row, 0);
    double margin = 0;
    for (TreeWalker.Walk walk : walks) {
      margin += walk.explain(values, offset, row);
    }
    for (int f = 0; f < row.length; f++) {
      contributions[offset + f] += (float) row[f];
    }
    return margin;
  }
}
