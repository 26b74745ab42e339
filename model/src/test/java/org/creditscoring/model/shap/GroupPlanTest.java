package org.creditscoring.model.shap;

import static org.assertj.core.api.Assertions.assertThat;

import org.creditscoring.model.tree.Nodes;
import org.creditscoring.model.tree.Tree;
import org.junit.jupiter.api.Test;

class GroupPlanTest {
  @Test
  void tabulatesALeafOnAPathOfUpToTwelveFeatures() {
    assertThat(GroupPlan.of(chain(12)).groups()).isNotEmpty();
    assertThat(GroupPlan.of(chain(13)).groups()).isEmpty();
  }

  /** A tree that compares feature k at depth k, the right child of each node a leaf. */
  private static Tree chain(int features) {
    int n = 2 * features + 1;
    int[] left = new int[n];
    int[] right = new int[n];
    int[] feature = new int[n];
    float[] cover = new float[n];
    for (int k = 0; k < features; k++) {
      left[2 * k] = 2 * k + 2;
      right[2 * k] = 2 * k + 1;
      left[2 * k + 1] = -1;
      right[2 * k + 1] = -1;
      feature[2 * k] = k;
      cover[2 * k] = features + 1 - k;
      cover[2 * k + 1] = 1;
    }
    left[n - 1] = -1;
    right[n - 1] = -1;
    cover[n - 1] = 1;
    return Tree.of(new Nodes(left, right, feature, new float[n], new boolean[n], cover));
  }
}
