package org.creditscoring.model.shap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.creditscoring.model.tree.Ensemble;
import org.creditscoring.model.tree.Tree;
import org.junit.jupiter.api.Test;

class SumOfTreesTest {

  @Test
  void choosesAUnitThatKeepsTheSumsOfAllTreesWithinAnInt() {
    // The largest sum is 5, and 2^20 units are left for rounding.
    assertThat(SumOfTrees.scale(List.of(Tree.leaf(3f), Tree.leaf(-2f))))
        .isEqualTo((0x7fff_ffff - 0x10_0000) / 5.0);
    assertThat(SumOfTrees.scale(List.of(Tree.leaf(0f)))).isEqualTo(1);
  }

  @Test
  void doesNotOverflowWhereAllTreesPullOneWay() {
    Tree stump = Stumps.stump(0, 0f);
    List<Tree> trees = Collections.nCopies(SumOfTrees.TREES, stump);
    Ensemble ensemble = new Ensemble(trees, 0, 1);
    Explainer tables = Explainer.of(ensemble);
    Explainer walked = Explainer.of(ensemble, 0);

    for (float value : new float[] {-1, 1, Float.NaN}) {
      Explanation found = tables.explain(new float[] {value});
      Explanation expected = walked.explain(new float[] {value});
      assertThat(found.margin()).isCloseTo(expected.margin(), within(1e-5));
      assertThat(found.contributions()).containsExactly(expected.contributions(), within(1e-5f));
    }
  }

  /** The walker, which rounds nothing but floats, is the oracle. */
  @Test
  void roundsLittleWhereManyTreesAreSummed() {
    RandomEnsembles random = new RandomEnsembles(11, 12);
    Ensemble ensemble = random.ensemble(5 * SumOfTrees.TREES, 6);
    Explainer tables = Explainer.of(ensemble);
    Explainer walked = Explainer.of(ensemble, 0);
    float[] rows = random.rows(200);

    for (int row = 0; row < 200; row++) {
      float[] values = Arrays.copyOfRange(rows, row * 12, row * 12 + 12);
      Explanation found = tables.explain(values);
      Explanation expected = walked.explain(values);
      assertThat(found.margin()).isCloseTo(expected.margin(), within(1e-5));
      assertThat(found.contributions()).containsExactly(expected.contributions(), within(1e-5f));
      assertThat(tables.bias() + sum(found.contributions()))
          .isCloseTo(expected.margin(), within(1e-5));
    }
  }

  private static double sum(float[] contributions) {
    double sum = 0;
    for (float contribution : contributions) {
      sum += contribution;
    }
    return sum;
  }
}
