package org.creditscoring.model.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeTest {
  /**
   * Breadth-first as XGBoost writes: x1 < 0 (missing left) ? (x0 < 2 (missing right) ? 10 : 20) :
   * 30.
   */
  private static Nodes nodes() {
    return new Nodes(
        new int[] {1, 3, -1, -1, -1},
        new int[] {2, 4, -1, -1, -1},
        new int[] {1, 0, 0, 0, 0},
        new float[] {0f, 2f, 30f, 10f, 20f},
        new boolean[] {true, false, false, false, false},
        new float[] {8, 6, 2, 1.5f, 4.5f});
  }

  @ParameterizedTest
  @CsvSource({
    "1, -1, 10",
    "2, -1, 20",
    "1.9999999, -1e-45, 10",
    "NaN, -1, 20",
    "1, NaN, 10",
    "NaN, NaN, 20",
    "1, 0, 30",
    "1, -0.0, 30",
    "-Infinity, -Infinity, 10",
    "Infinity, Infinity, 30"
  })
  void sendsBelowTheThresholdLeftAndMissingTheDefaultWay(float x0, float x1, float leaf) {
    assertThat(Tree.of(nodes()).margin(new float[] {99, x0, x1}, 1)).isEqualTo(leaf);
  }

  @Test
  void numbersItsNodesInPreOrder() {
    Tree tree = Tree.of(nodes());

    assertThat(tree.size()).isEqualTo(5);
    assertThat(tree.left(0)).isEqualTo(1);
    assertThat(tree.right(0)).isEqualTo(4);
    assertThat(tree.leafValue(tree.left(1))).isEqualTo(10);
    assertThat(tree.leafValue(tree.right(1))).isEqualTo(20);
    assertThat(tree.leafValue(4)).isEqualTo(30);
    assertThat(tree.cover(4)).isEqualTo(2);
    assertThat(tree.isLeaf(4)).isTrue();
    assertThat(tree.feature(4)).isEqualTo(-1);
  }

  @Test
  void weighsLeavesByCover() {
    Tree tree = Tree.of(nodes());

    assertThat(tree.shareLeft(0)).isEqualTo(0.75);
    assertThat(tree.shareLeft(1)).isEqualTo(0.25);
    // 0.75·(0.25·10 + 0.75·20) + 0.25·30
    assertThat(tree.mean()).isCloseTo(20.625, within(1e-12));
  }

  @Test
  void sharesHalfAndHalfWhereNoTrainingRowCame() {
    Nodes nodes = nodes();
    nodes.cover()[3] = 0;
    nodes.cover()[4] = 0;

    assertThat(Tree.of(nodes).shareLeft(1)).isEqualTo(0.5);
  }

  @Test
  void leavesOutNodesThatTheRootDoesNotReach() {
    Nodes pruned = nodes();
    pruned.left()[1] = -1;
    pruned.right()[1] = -1;
    pruned.value()[1] = 15f;
    pruned.value()[3] = Float.NaN;

    Tree tree = Tree.of(pruned);

    assertThat(tree.size()).isEqualTo(3);
    assertThat(tree.margin(new float[] {0, -1}, 0)).isEqualTo(15);
    assertThat(tree.margin(new float[] {0, 1}, 0)).isEqualTo(30);
  }

  @Test
  void keepsNothingOfTheArraysItWasMadeOf() {
    Nodes nodes = nodes();
    Tree tree = Tree.of(nodes);

    nodes.value()[2] = 0;
    nodes.left()[0] = -1;

    assertThat(tree.margin(new float[] {0, 1}, 0)).isEqualTo(30);
  }

  @Test
  void refusesWhatIsNoTree() {
    Nodes cycle = nodes();
    cycle.left()[1] = 0;
    assertThatThrownBy(() -> Tree.of(cycle)).hasMessage("node 0 is reached twice");
    Nodes outside = nodes();
    outside.right()[1] = 5;
    assertThatThrownBy(() -> Tree.of(outside)).hasMessage("node 1 has a child 5 outside 0..4");
    Nodes oneChild = nodes();
    oneChild.right()[1] = -1;
    assertThatThrownBy(() -> Tree.of(oneChild)).hasMessage("node 1 has a child -1 outside 0..4");
    Nodes feature = nodes();
    feature.feature()[1] = -2;
    assertThatThrownBy(() -> Tree.of(feature)).hasMessage("node 1 compares feature -2");
  }

  @Test
  void refusesNumbersThatMeanNothing() {
    Nodes threshold = nodes();
    threshold.value()[1] = Float.NaN;
    assertThatThrownBy(() -> Tree.of(threshold)).hasMessage("node 1 has threshold NaN");
    Nodes leaf = nodes();
    leaf.value()[4] = Float.POSITIVE_INFINITY;
    assertThatThrownBy(() -> Tree.of(leaf)).hasMessage("leaf 4 has value Infinity");
    Nodes cover = nodes();
    cover.cover()[2] = -1;
    assertThatThrownBy(() -> Tree.of(cover))
        .hasMessage("node 2 has cover -1.0; it must be finite and not negative");
  }

  @Test
  void refusesArraysOfDifferentLengths() {
    assertThatThrownBy(
            () ->
                new Nodes(
                    new int[] {-1},
                    new int[] {-1},
                    new int[] {0},
                    new float[] {1},
                    new boolean[] {false},
                    new float[] {1, 2}))
        .hasMessage("cover has 2 entries, but the tree has 1 nodes");
  }
}
