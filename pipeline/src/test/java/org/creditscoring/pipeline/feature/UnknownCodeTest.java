package org.creditscoring.pipeline.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class UnknownCodeTest {
  @Test
  void aColumnsUnknownCodesAreOneShortLine() {
    String forty = "0123456789".repeat(4);

    assertThat(
            UnknownCode.told(
                "X", Map.of("a", 2L, forty, 5L, forty + "4", 1500L, "rare", 1L, "rarer", 1L)))
        .isEqualTo(
            "X: 1,509 rows hold a code that is not in the dictionary and taken as missing: '"
                + forty
                + "…' (1,500), '"
                + forty
                + "' (5), 'a' (2) and 2 others");
  }
}
