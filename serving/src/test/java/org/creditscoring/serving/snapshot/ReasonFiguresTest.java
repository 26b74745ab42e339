package org.creditscoring.serving.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.creditscoring.model.decision.Reason;
import org.creditscoring.model.decision.Reasons;
import org.creditscoring.model.feature.Catalogue;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Group;
import org.creditscoring.model.feature.Groups;
import org.creditscoring.model.feature.Unit;
import org.junit.jupiter.api.Test;

class ReasonFiguresTest {
  private static final int NONE = Reasons.NONE;

  /** The first feature and the third are one group. */
  private final Reasons reasons =
      Reasons.of(
          new Catalogue(
              List.of(
                  feature("A", Groups.AGE), feature("B", Groups.INCOME), feature("C", Groups.AGE)),
              List.of(),
              List.of()));

  /** −0.25 − 0.5 of the group, a missing value, and a place that is not used in the middle. */
  @Test
  void aReasonIsItsGroupsSumAndItsOwnValue() {
    int[] some = {NONE, 1, NONE, 2, NONE};
    int[] one = {0, NONE, NONE, NONE, NONE};
    ReasonFigures figures = new ReasonFigures(2, reasons);

    figures.keep(0, some, new float[] {30, Float.NaN, 7}, new float[] {-0.25f, 0.125f, -0.5f});
    figures.keep(1, one, new float[] {-0f, 1, 2}, new float[] {1, 2, 4});

    assertThat(figures.of(0, some))
        .containsExactly(
            new ClientReason(new Reason(1, 0.125), Float.NaN),
            new ClientReason(new Reason(2, -0.75), 7));
    assertThat(figures.of(1, one)).containsExactly(new ClientReason(new Reason(0, 5), -0f));
  }

  private static Feature feature(String name, Group group) {
    return Feature.number(name, Unit.DAYS).group(group).label(name, name).build();
  }
}
