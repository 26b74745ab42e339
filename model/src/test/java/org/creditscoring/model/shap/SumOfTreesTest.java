package org.creditscoring.model.shap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.creditscoring.model.tree.Ensemble;
import org.creditscoring.model.tree.Tree;
import org.junit.jupiter.api.Test;

class SumOfTreesTest {

  @Test
  void choosesAUnitThatKeepsTheSumsOfAllTreesWithinHalfAnInt() {
    // The largest sum is 5: 0.625 · 2^30 of these units, and rounding has room.
    assertThat(SumOfTrees.scale(List.of(Tree.leaf(3f), Tree.leaf(-2f)))).isEqualTo(0x1p27);
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
      assertThat(found.margin()).isCloseTo(expected.margin(), within(1e-4));
      assertThat(found.contributions()).containsExactly(expected.contributions(), within(1e-4f));
    }
  }
}
