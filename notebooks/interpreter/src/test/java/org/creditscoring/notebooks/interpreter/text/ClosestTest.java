package org.creditscoring.notebooks.interpreter.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ClosestTest {
  @Test
  void knownDistances() {
    assertThat(Closest.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(Closest.distance("", "abc")).isEqualTo(3);
    assertThat(Closest.distance("decison", "decision")).isEqualTo(1);
  }

  @Test
  void whatContainsTheTextComesFirst() {
    assertThat(Closest.to("source", List.of("AGE", "SOUR", "EXT_SOURCE_1"), 2))
        .containsExactly("EXT_SOURCE_1", "SOUR");
  }

  @Property
  void distanceIsAMetric(
      @ForAll @AlphaChars @StringLength(max = 8) String a,
      @ForAll @AlphaChars @StringLength(max = 8) String b,
      @ForAll @AlphaChars @StringLength(max = 8) String c) {
    assertThat(Closest.distance(a, b)).isEqualTo(Closest.distance(b, a));
    assertThat(Closest.distance(a, b) == 0).isEqualTo(a.equals(b));
    assertThat(Closest.distance(a, c))
        .isLessThanOrEqualTo(Closest.distance(a, b) + Closest.distance(b, c));
  }
}
