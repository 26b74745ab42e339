package org.creditscoring.model.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class EnsembleTest {
  /** x[feature] < 0 (missing left) ? −1 : 1. */
  private static Tree sign(int feature) {
    return Tree.of(
        new Nodes(
            new int[] {1, -1, -1},
            new int[] {2, -1, -1},
            new int[] {feature, 0, 0},
            new float[] {0, -1, 1},
            new boolean[] {true, false, false},
            new float[] {2, 1, 1}));
  }

  @Test
  void sumsItsTreesOnTopOfTheBaseMargin() {
    Ensemble ensemble = new Ensemble(List.of(sign(0), sign(1), Tree.leaf(0.25f)), -2, 2);

    assertThat(ensemble.margin(new float[] {5, 5, 5, Float.NaN}, 2)).isEqualTo(-1.75);
  }

  @Test
  void meanHasTheMeanOfTheMargins() {
    Ensemble a = new Ensemble(List.of(sign(0), sign(1)), -2, 2);
    Ensemble b = new Ensemble(List.of(sign(1)), 1, 2);
    Ensemble c = new Ensemble(List.of(), 0.5, 2);

    Ensemble mean = Ensemble.mean(List.of(a, b, c));

    // a: −2 − 1 + 1 = −2, b: 1 + 1 = 2, c: 0.5
    assertThat(mean.margin(new float[] {-1, 1}, 0)).isCloseTo(0.5 / 3, within(1e-7));
    assertThat(mean.trees()).hasSize(3);
  }

  @Test
  void refusesMembersThatDoNotFitTogether() {
    Ensemble two = new Ensemble(List.of(), 0, 2);
    Ensemble three = new Ensemble(List.of(), 0, 3);

    assertThatThrownBy(() -> Ensemble.mean(List.of(two, three)))
        .hasMessage("ensembles of 2 and of 3 features have no mean");
    assertThatThrownBy(() -> Ensemble.mean(List.of()))
        .hasMessage("the mean of no ensemble is undefined");
  }

  @Test
  void refusesATreeOfAFeatureThatRowsDoNotHave() {
    assertThatThrownBy(() -> new Ensemble(List.of(sign(0), sign(2)), 0, 2))
        .hasMessage("tree 1 compares feature 2, but rows have 2 values");
  }

  @Test
  void refusesABaseMarginThatIsNotFinite() {
    assertThatThrownBy(() -> new Ensemble(List.of(), Double.NaN, 2))
        .hasMessage("base margin is NaN; it must be finite");
  }
}
