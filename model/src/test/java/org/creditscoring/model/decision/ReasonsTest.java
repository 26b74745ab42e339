package org.creditscoring.model.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.creditscoring.model.feature.Catalogue;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Group;
import org.creditscoring.model.feature.Groups;
import org.creditscoring.model.feature.Unit;
import org.junit.jupiter.api.Test;

class ReasonsTest {
  /** Two features of one group, then one of each of five others. */
  private static final Reasons REASONS =
      Reasons.of(
          catalogue(
              Groups.EXTERNAL_SCORES,
              Groups.EXTERNAL_SCORES,
              Groups.AGE,
              Groups.INCOME,
              Groups.HOUSING,
              Groups.REGION,
              Groups.CONTACT));

  private static Catalogue catalogue(Group... groups) {
    List<Feature> features =
        IntStream.range(0, groups.length)
            .mapToObj(
                i -> Feature.number("F" + i, Unit.NONE).group(groups[i]).label("f", "f").build())
            .toList();
    return new Catalogue(features, List.of(), List.of());
  }

  @Test
  void aRefusalIsExplainedByTheFourStrongestAgainstAndTheStrongestFor() {
    float[] contributions = {0.30f, 0.10f, 0.35f, 0.20f, 0.15f, 0.05f, -0.5f};
    assertThat(REASONS.choose(contributions, Decision.REFUSED)).containsExactly(0, 2, 3, 4, 6);
  }

  @Test
  void anAcceptanceIsExplainedTheOtherWayRound() {
    float[] contributions = {0.30f, 0.10f, -0.35f, -0.20f, -0.5f, -0.05f, -0.04f};
    assertThat(REASONS.choose(contributions, Decision.ACCEPTED)).containsExactly(4, 2, 3, 5, 0);
  }

  @Test
  void aGroupIsSpokenForByTheFeatureThatPullsItsWay() {
    float[] contributions = {-0.30f, 0.50f, 0, 0, 0, 0, 0};
    int[] chosen = REASONS.choose(contributions, Decision.REFUSED);
    assertThat(chosen).containsExactly(1, -1, -1, -1, -1);
    assertThat(REASONS.at(chosen, contributions))
        .singleElement()
        .satisfies(
            reason -> {
              assertThat(reason.contribution()).isEqualTo((double) -0.30f + (double) 0.50f);
              assertThat(reason.direction()).isEqualTo(Direction.AGAINST);
            });
  }

  @Test
  void whatHardlyMovesTheScoreIsNoReason() {
    float[] contributions = {0.019f, 0, 0.021f, 0, 0, 0, -0.019f};
    assertThat(REASONS.choose(contributions, Decision.REFUSED)).containsExactly(2, -1, -1, -1, -1);
  }
}
