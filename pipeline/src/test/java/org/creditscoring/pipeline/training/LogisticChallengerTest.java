package org.creditscoring.pipeline.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.creditscoring.model.feature.Category;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Groups;
import org.creditscoring.model.feature.Text;
import org.creditscoring.pipeline.SparkTest;
import org.creditscoring.pipeline.feature.ClientValues;
import org.junit.jupiter.api.Test;

class LogisticChallengerTest extends SparkTest {
  private static final Folds FOLDS = new Folds(3, 1);

  /**
   * Of those with a value of 0, one in four defaults; of those with 1, three in four. So the
   * log-odds are −ln 3 and ln 3, a little nearer for the ridge.
   */
  @Test
  void aNumberOfTwoValuesGetsTheLogOddsOfItsRates() {
    List<OutOfFold> margins =
        margins(i -> new float[] {i % 2}, List.of(TestClients.feature("SIGNAL")));

    assertThat(margins).hasSize(2400).extracting(OutOfFold::id).isSorted();
    for (OutOfFold row : margins) {
      double expected = row.id() % 2 == 1 ? Math.log(3) : -Math.log(3);
      assertThat(row.margin()).isCloseTo(expected, within(0.25));
      assertThat(row.fold()).isEqualTo(FOLDS.of(row.id()));
    }
  }

  /** The same told by a category, and by whether a number is missing. */
  @Test
  void categoriesAndMissingValuesTellAsMuch() {
    Feature category =
        Feature.category(
                "KIND",
                List.of(
                    new Category("A", new Text("a", "a")), new Category("B", new Text("b", "b"))))
            .group(Groups.INCOME)
            .label("Kind", "Genre")
            .build();
    List<OutOfFold> byCategory = margins(i -> new float[] {i % 2}, List.of(category));
    List<OutOfFold> byMissing =
        margins(
            i -> new float[] {i % 2 == 0 ? Float.NaN : i}, List.of(TestClients.feature("SIGNAL")));

    for (List<OutOfFold> margins : List.of(byCategory, byMissing)) {
      for (OutOfFold row : margins) {
        double expected = row.id() % 2 == 1 ? Math.log(3) : -Math.log(3);
        assertThat(row.margin()).isCloseTo(expected, within(0.3));
      }
    }
  }

  private interface Values {
    float[] of(int id);
  }

  private static List<OutOfFold> margins(Values values, List<Feature> features) {
    List<ClientValues> clients = new ArrayList<>();
    for (int id = 1; id <= 2400; id++) {
      boolean most = id / 2 % 4 != 0;
      boolean bad = (id % 2 == 1) == most;
      clients.add(new ClientValues(id, (byte) (bad ? 1 : 0), values.of(id)));
    }
    Past past = Past.of(TestClients.in(spark(), clients), FOLDS);
    return new LogisticChallenger(past, features)
        .margins(Collections.nCopies(3, new FoldPlan(1, new int[] {0})));
  }
}
