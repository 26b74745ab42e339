package org.creditscoring.data.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

  @Test
  void ranksSubjectsByTheWorstOfTheirFindings() {
    Report report =
        new Report(
            List.of(
                new Finding("t.A", Measure.MISSING, 0.005, "a"),
                new Finding("t.A", Measure.QUANTILES, 0.03, "b"),
                new Finding("t.B", Measure.RULE, 0.02, "c"),
                new Finding("t.C", Measure.CATEGORIES, 0.0, "")),
            List.of("bureau"));
    // 0.03 / 0.02 = 1.5 and 0.02 / 0.01 = 2
    assertThat(report.subjects()).extracting(Finding::detail).containsExactly("c", "b", "");

    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    report.print(new PrintStream(bytes, true, StandardCharsets.UTF_8), 1);
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .contains("4 facts about 3 columns and relations; 1 of these (33 %)")
        .contains("Not compared, because absent: bureau.")
        .contains("1     2.0  t.B")
        .doesNotContain("t.A");
  }
}
