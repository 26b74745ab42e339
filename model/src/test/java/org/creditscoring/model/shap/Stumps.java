package org.creditscoring.model.shap;

import org.creditscoring.model.tree.Nodes;
import org.creditscoring.model.tree.Tree;

/** Trees of one split. */
final class Stumps {
  private Stumps() {}

  /**
   * x[feature] < threshold (missing left) ? −1 : 3, a quarter of the training rows on the left:
   * mean 2.
   */
  static Tree stump(int feature, float threshold) {
    return Tree.of(
        new Nodes(
            new int[] {1, -1, -1},
            new int[] {2, -1, -1},
            new int[] {feature, 0, 0},
            new float[] {threshold, -1, 3},
            new boolean[] {true, false, false},
            new float[] {4, 1, 3}));
  }

  /** x[feature] < threshold ? 0 : right, half of the training rows on each side. */
  static Tree stump(int feature, float threshold, float right) {
    return Tree.of(
        new Nodes(
            new int[] {1, -1, -1},
            new int[] {2, -1, -1},
            new int[] {feature, 0, 0},
            new float[] {threshold, 0, right},
            new boolean[] {true, false, false},
            new float[] {4, 2, 2}));
  }
}
