package org.creditscoring.serving.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Groups;
import org.creditscoring.model.feature.Language;
import org.creditscoring.model.feature.Unit;
import org.creditscoring.serving.snapshot.Bin;
import org.creditscoring.serving.snapshot.BinKind;
import org.junit.jupiter.api.Test;

class BinLabelsTest {
  private static final Bin.Counts NONE = new Bin.Counts(0, 0, 0, 0, 0, 0);

  @Test
  void outerRangesAreOpenAndTheUnitIsSaidOnce() {
    assertThat(labels(Unit.YEARS, Language.EN, 20, 30, 40, 50))
        .containsExactly("< 30\u00a0years", "30 – 40\u00a0years", "≥ 40\u00a0years", "not known");
    assertThat(labels(Unit.SHARE, Language.FR, 0, 0.1, 0.2, 0.3))
        .containsExactly("< 10\u202f%", "10 – 20\u202f%", "≥ 20\u202f%", "non renseigné");
    assertThat(labels(Unit.SHARE, Language.EN, -0.2, -0.1, 0, 0.1))
        .containsExactly("< \u221210%", "\u221210 – 0%", "≥ 0%", "not known");
    assertThat(labels(Unit.CURRENCY, Language.FR, 0, 1000, 2000, 3000))
        .containsExactly(
            "< 1\u202f000", "1\u202f000 – 2\u202f000", "≥ 2\u202f000", "non renseigné");
    assertThat(labels(Unit.CURRENCY, Language.EN, 0, 1000, 2000, 3000))
        .containsExactly("< 1,000", "1,000 – 2,000", "≥ 2,000", "not known");
  }

  @Test
  void aCountStandsAlone() {
    assertThat(labels(Unit.COUNT, Language.EN, 0, 1, 2, 3))
        .containsExactly("0", "1", "≥ 2", "not known");
  }

  @Test
  void aSingleRangeHoldsAll() {
    assertThat(labels(Unit.COUNT, Language.EN, 0, 5)).containsExactly("0 – 5", "not known");
  }

  private static List<String> labels(Unit unit, Language language, double... edges) {
    Feature feature = Feature.number("X", unit).group(Groups.AGE).label("X", "X").build();
    List<Bin> bins = new ArrayList<>();
    for (int i = 1; i < edges.length; i++) {
      bins.add(new Bin(BinKind.RANGE, edges[i - 1], edges[i], -1, NONE, Bin.Contribution.UNKNOWN));
    }
    bins.add(new Bin(BinKind.MISSING, Double.NaN, Double.NaN, -1, NONE, Bin.Contribution.UNKNOWN));
    return BinLabels.of(feature, bins, language);
  }
}
