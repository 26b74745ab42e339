package org.creditscoring.model.shap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.creditscoring.model.tree.Ensemble;

class ExplainerPropertyTest {
  private static final int ROWS = 9;
  private static final int BLOCK_ROWS = 4; // three blocks, the last one not full

  /** All tables, a mixture, all walks. */
  @Provide
  Arbitrary<Long> tableBytes() {
    return Arbitraries.of(Explainer.DEFAULT_TABLE_BYTES, 2048L, 0L);
  }

  @Property(tries = 400)
  void equalsShapleyByDefinition(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 7) int features,
      @ForAll @IntRange(max = 7) int depth,
      @ForAll("tableBytes") long tableBytes) {
    RandomEnsembles random = new RandomEnsembles(seed, features);
    Ensemble ensemble = random.ensemble(3, depth);
    float[] values = random.rows(ROWS);

    Explained explained = Explained.by(Explainer.of(ensemble, tableBytes), values);

    assertThat(explained.bias()).isCloseTo(Shapley.bias(ensemble), within(1e-9));
    for (int r = 0; r < ROWS; r++) {
      float[] row = Arrays.copyOfRange(values, r * features, (r + 1) * features);
      explained.assertRow(r, Shapley.contributions(ensemble, row), ensemble.margin(row, 0));
    }
  }

  @Property(tries = 40)
  void equalsTheLeafReferenceOnDeepTreesOfManyFeatures(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 60) int features,
      @ForAll @IntRange(min = 5, max = 13) int depth,
      @ForAll("tableBytes") long tableBytes) {
    RandomEnsembles random = new RandomEnsembles(seed, features);
    Ensemble ensemble = random.ensemble(3, depth);
    float[] values = random.rows(ROWS);
    LeafReference reference = new LeafReference(ensemble);

    Explained explained = Explained.by(Explainer.of(ensemble, tableBytes), values);

    for (int r = 0; r < ROWS; r++) {
      float[] row = Arrays.copyOfRange(values, r * features, (r + 1) * features);
      explained.assertRow(r, reference.contributions(row), ensemble.margin(row, 0));
    }
  }

  @Property(tries = 50)
  void explainsTheMeanOfEnsemblesByTheMeanOfTheirContributions(@ForAll long seed) {
    RandomEnsembles random = new RandomEnsembles(seed, 6);
    List<Ensemble> members =
        List.of(random.ensemble(4, 5), random.ensemble(2, 3), random.ensemble(1, 6));
    float[] row = random.rows(1);

    Explanation mean = Explainer.of(Ensemble.mean(members)).explain(row);

    double[] contributions = new double[6];
    double margin = 0;
    for (Ensemble member : members) {
      double[] one = Shapley.contributions(member, row);
      for (int f = 0; f < one.length; f++) {
        contributions[f] += one[f] / 3;
      }
      margin += member.margin(row, 0) / 3;
    }
    new Explained(mean.bias(), mean.contributions(), new double[] {mean.margin()})
        .assertRow(0, contributions, margin);
  }

  /** The outcome of one batch. */
  private record Explained(double bias, float[] contributions, double[] margins) {

    static Explained by(Explainer explainer, float[] values) {
      float[] contributions = new float[values.length];
      Arrays.fill(contributions, Float.NaN); // whatever was there before must not show
      double[] margins = new double[ROWS];
      explainer.explain(values, contributions, margins, explainer.workspace(BLOCK_ROWS));
      return new Explained(explainer.bias(), contributions, margins);
    }

    void assertRow(int row, double[] expected, double margin) {
      double sum = bias;
      for (int f = 0; f < expected.length; f++) {
        float found = contributions[row * expected.length + f];
        assertThat((double) found)
            .as("row %d, feature %d", row, f)
            .isCloseTo(expected[f], within(1e-5));
        sum += found;
      }
      assertThat(margins[row]).as("margin of row %d", row).isCloseTo(margin, within(1e-6));
      assertThat(sum)
          .as("bias + contributions of row %d", row)
          .isCloseTo(margins[row], within(1e-5));
    }
  }
}
