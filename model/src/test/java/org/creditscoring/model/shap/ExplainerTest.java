package org.creditscoring.model.shap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.creditscoring.model.tree.Ensemble;
import org.creditscoring.model.tree.Nodes;
import org.creditscoring.model.tree.Tree;
import org.junit.jupiter.api.Test;

class ExplainerTest {
  /**
   * x0 < 0.5 ? (x1 < 2 ? −1 : 3) : 5 with 6, 2 and 2 training rows in the leaves; missing x0 right,
   * missing x1 left.
   */
  private static final Tree TREE =
      Tree.of(
          new Nodes(
              new int[] {1, 2, -1, -1, -1},
              new int[] {4, 3, -1, -1, -1},
              new int[] {0, 1, 0, 0, 0},
              new float[] {0.5f, 2f, -1f, 3f, 5f},
              new boolean[] {false, true, false, false, false},
              new float[] {10, 8, 6, 2, 2}));

  private static final Explainer EXPLAINER = Explainer.of(new Ensemble(List.of(TREE), 0.25, 3));

  /**
   * By hand: v(∅) = 0.6·−1 + 0.2·3 + 0.2·5 = 1, v({0}) = 0.75·−1 + 0.25·3 = 0, v({1}) = 0.8·3 +
   * 0.2·5 = 3.4, v({0,1}) = 3; φ0 = ½(0−1) + ½(3−3.4) = −0.7, φ1 = ½(3.4−1) + ½(3−0) = 2.7.
   */
  @Test
  void agreesWithAnExampleComputedByHand() {
    Explanation explained = EXPLAINER.explain(new float[] {0, 2, 9});

    assertThat(explained.bias()).isCloseTo(1.25, within(1e-12));
    assertThat(explained.margin()).isCloseTo(3.25, within(1e-8));
    assertThat(explained.contributions())
        .containsExactly(new float[] {-0.7f, 2.7f, 0f}, within(1e-6f));
  }

  /**
   * By hand: v({0}) = v({0,1}) = 5, v({1}) = 0.8·−1 + 0.2·5 = 0.2; φ0 = ½(5−1) + ½(5−0.2), φ1 =
   * ½(0.2−1) + 0.
   */
  @Test
  void sendsMissingValuesTheirDefaultWay() {
    Explanation explained = EXPLAINER.explain(new float[] {Float.NaN, Float.NaN, Float.NaN});

    assertThat(explained.margin()).isCloseTo(5.25, within(1e-8));
    assertThat(explained.contributions())
        .containsExactly(new float[] {4.4f, -0.4f, 0f}, within(1e-6f));
  }

  @Test
  void explainsAnEnsembleOfSingleLeavesByItsBiasAlone() {
    Explainer constant =
        Explainer.of(new Ensemble(List.of(Tree.leaf(0.5f), Tree.leaf(-0.125f)), 1, 2));

    Explanation explained = constant.explain(new float[] {1, 2});

    assertThat(constant.bias()).isEqualTo(1.375);
    assertThat(explained.margin()).isEqualTo(1.375);
    assertThat(explained.contributions()).containsOnly(0f);
  }

  @Test
  void walksTheTreesWhoseTablesDoNotFit() {
    Ensemble ensemble = new Ensemble(List.of(TREE, Tree.leaf(1), TREE), 0, 3);

    // One group of 2 bits: a table for the margin and x0, one for x1, 4 entries of 8 bytes each.
    assertThat(Explainer.of(ensemble).walkedTrees()).isZero();
    assertThat(Explainer.of(ensemble, 128).walkedTrees()).isZero();
    assertThat(Explainer.of(ensemble, 127).walkedTrees()).isEqualTo(1);
    assertThat(Explainer.of(ensemble, 0).walkedTrees()).isEqualTo(2);
    assertThatThrownBy(() -> Explainer.of(ensemble, -1))
        .hasMessage("tableBytes is -1; it must not be negative");
  }

  /** The mean of five models of a thousand trees each, all of which pull one way. */
  @Test
  void doesNotDriftOverThousandsOfTrees() {
    int many = 5000;
    List<Tree> trees = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      trees.add(Stumps.stump(0, 0, 0.0007f)); // contributes half of it to a row on the right
    }
    Explanation explained = Explainer.of(new Ensemble(trees, 0, 1)).explain(new float[] {1});

    assertThat((double) explained.contributions()[0])
        .isCloseTo(many * (double) 0.0007f / 2, within(3e-6));
  }

  @Test
  void walksTheTreesOfAFeatureWithTooManyThresholdsToRank() {
    int many = 1 << 16;
    List<Tree> trees = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      trees.add(Stumps.stump(0, i));
    }
    trees.add(Stumps.stump(1, 0));
    Explainer explainer = Explainer.of(new Ensemble(trees, 0, 2));

    Explanation explained = explainer.explain(new float[] {many - 3, 5});

    assertThat(explainer.walkedTrees()).isEqualTo(many);
    // All but two stumps send x0 right: 3 each, against a mean of 2.
    assertThat(explained.margin()).isCloseTo(3.0 * (many - 2) - 2 + 3, within(1e-6));
    assertThat(explained.contributions()).containsExactly(many - 2 - 6f, 1f);
  }

  @Test
  void servesManyThreadsAtOnceEachWithItsWorkspace() {
    RandomEnsembles random = new RandomEnsembles(7, 5);
    Ensemble ensemble = random.ensemble(40, 6);
    float[] values = random.rows(500);
    Explainer explainer = Explainer.of(ensemble, 100_000); // some trees tabulated, some walked
    assertThat(explainer.walkedTrees()).isBetween(1, 39);

    List<double[]> margins =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(
                i -> {
                  double[] found = new double[500];
                  explainer.explain(values, new float[2500], found, explainer.workspace());
                  return found;
                })
            .toList();

    for (double[] found : margins) {
      for (int r = 0; r < found.length; r++) {
        assertThat(found[r]).isCloseTo(ensemble.margin(values, 5 * r), within(1e-6));
      }
    }
  }

  @Test
  void refusesArraysThatDoNotFitAndAnotherExplainersWorkspace() {
    Workspace workspace = EXPLAINER.workspace();

    assertThatThrownBy(
            () -> EXPLAINER.explain(new float[5], new float[6], new double[2], workspace))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("values has 5 entries; 2 rows of 3 are expected");
    assertThatThrownBy(
            () -> EXPLAINER.explain(new float[6], new float[7], new double[2], workspace))
        .hasMessage("contributions has 7 entries; 2 rows of 3 are expected");
    Explainer other = Explainer.of(new Ensemble(List.of(TREE), 0, 3));
    assertThatThrownBy(() -> other.explain(new float[3], new float[3], new double[1], workspace))
        .hasMessage("the workspace was made by another explainer");
  }
}
