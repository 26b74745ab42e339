package org.creditscoring.pipeline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.creditscoring.model.card.Evaluation.GroupFigures;
import org.creditscoring.model.card.Evaluation.Refusals;
import org.creditscoring.model.card.Evaluation.Swap;
import org.creditscoring.model.decision.CutOff;
import org.creditscoring.model.decision.Logistic;
import org.junit.jupiter.api.Test;

class GroupsTest {
  /** Refused from a margin of 0 on. */
  private static final CutOff HALF = new CutOff(1);

  private static final List<PastClient> FIVE =
      List.of(
          client(1, 0, -2, "F", 24.9f),
          client(2, 1, 1, "F", 25),
          client(3, 0, 1, "M", 70),
          client(4, 0, -1, "M", 44),
          client(5, 1, -3, "", Float.NaN));

  private static PastClient client(int id, int outcome, float margin, String gender, float age) {
    return new PastClient(id, (byte) 0, (byte) outcome, margin, gender, age);
  }

  @Test
  void everyClientIsInTheGroupsThatHeIsKnownToBelongTo() {
    assertThat(Groups.of(FIVE, HALF))
        .extracting(group -> group.by() + " " + group.group() + " " + group.clients())
        .containsExactly(
            "gender F 2",
            "gender M 2",
            "age 0-24 1",
            "age 25-34 1",
            "age 35-44 1",
            "age 65+ 1",
            "gender×age F 0-24 1",
            "gender×age F 25-34 1",
            "gender×age M 35-44 1",
            "gender×age M 65+ 1");
  }

  @Test
  void aGroupIsCountedByHand() {
    GroupFigures men = Groups.of(FIVE, HALF).get(1);

    assertThat(men.defaults()).isZero();
    assertThat(men.meanProbability())
        .isCloseTo((Logistic.of(1) + Logistic.of(-1)) / 2, within(1e-12));
    assertThat(men.refusedShare()).isEqualTo(0.5);
    assertThat(men.refusedAmongRepaid()).isEqualTo(0.5);
    assertThat(men.auc()).isNull();
    assertThat(men.slope()).isNull();
    assertThat(men.labelFr()).isEqualTo("Hommes");
  }

  /** Ten of each outcome are enough. */
  @Test
  void aLargerGroupHasAnAuc() {
    List<PastClient> clients = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      clients.add(client(i + 1, i % 2, i < 10 ? i : i + 1, "F", 30));
    }

    // Of 100 pairs of a defaulted and a repaid, the k-th defaulted is above k repaid.
    assertThat(Groups.of(clients, HALF).get(0).auc()).isCloseTo(0.55, within(1e-12));
  }

  /**
   * Refused: 2 and 3. Of the repaid 1, 3 and 4 one is refused; of the defaulted 2 and 5 one not.
   */
  @Test
  void thePriceOfThePolicyIsCountedByHand() {
    assertThat(Groups.refusals(FIVE, HALF))
        .isEqualTo(new Refusals(2 / 5.0, 1 / 3.0, 1 / 2.0, 1 / 3.0));
  }

  /**
   * Ours accepts 5, 1 and 4. The other one, by its margins, would accept 2, 3 and 1: so 5 (who
   * defaulted) and 4 are swapped in, 2 (who defaulted) and 3 out.
   */
  @Test
  void theSwapSetComparesEquallyManyAccepted() {
    SwapSet swap = SwapSet.of(FIVE, new float[] {0, -9, -5, 1, 2}, HALF);

    assertThat(swap.in()).isEqualTo(new Swap(2, 0.5));
    assertThat(swap.out()).isEqualTo(new Swap(2, 0.5));
  }

  @Test
  void aModelSwapsNobodyWithItself() {
    SwapSet swap = SwapSet.of(FIVE, new float[] {-2, 1, 1, -1, -3}, HALF);

    assertThat(swap.in()).isEqualTo(new Swap(0, null));
    assertThat(swap.out()).isEqualTo(new Swap(0, null));
  }
}
