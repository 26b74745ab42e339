package org.creditscoring.notebooks.interpreter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.apache.zeppelin.interpreter.InterpreterResult.Code;
import org.junit.jupiter.api.Test;

class DistributionTest extends StubTest {
  @Test
  void beginsWithTheMostImportantFeatureAndMarksTheClient() {
    Drawn drawn = run("distribution", "100002");

    assertThat(drawn.words("p").get(0))
        .isEqualTo(
            "External scores, mean for client 100002: 0.16. Higher than 3% of all clients, 1% of those who would be accepted and 9% of those who would be refused.");
    JsonNode mark = drawn.chart().at("/option/series/0/markLine");
    assertThat(mark.at("/data/0/xAxis").asInt()).isEqualTo(1);
    assertThat(mark.at("/label/formatter").asText()).isEqualTo("This client: 0.16");
    assertThat(service.requests())
        .contains("/v1/features/EXT_SOURCE_MEAN/distribution?client=100002&lang=en");
  }

  /** 60 of 26,690 accepted and 620 of 9,500 refused clients lie in the second bin. */
  @Test
  void barsAreSharesOfTheirGroup() {
    Drawn drawn = run("distribution", "100002");

    assertThat(drawn.chart().at("/option/series/0/data/1/value").asDouble())
        .isCloseTo(60.0 / 26690, within(1e-12));
    assertThat(drawn.chart().at("/option/series/1/data/1/value").asDouble())
        .isCloseTo(620.0 / 9500, within(1e-12));
    assertThat(drawn.words("tbody tr").get(1)).isEqualTo("▶ 0.1 to 0.2 680 0.2% 6.5%");
    assertThat(drawn.words("tbody tr").get(0)).startsWith("0.0 to 0.1");
  }

  @Test
  void offersEveryFeatureByLabelAndThreeComparisons() {
    Drawn drawn = run("distribution", "100002");

    assertThat(drawn.options("feature"))
        .hasSize(13)
        .containsEntry("AGE", "Age")
        .containsEntry("ORGANIZATION_TYPE", "Type of employer");
    assertThat(drawn.options("compare"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "DECISION",
                "would be accepted and refused",
                "OUTCOME",
                "repaid and had difficulties",
                "UNKNOWN",
                "all and outcome unknown"));
    assertThat(drawn.gui().getForms().get("feature").getDisplayName()).isEqualTo("Feature");
  }

  @Test
  void drawsTheFeatureThatWasChosen() {
    Drawn drawn = notebook.run("distribution", Map.of("client", "100003", "feature", "AGE"));

    assertThat(drawn.words("p").get(0))
        .isEqualTo(
            "Age for client 100003: 46 years. Higher than 63% of all clients, 1% of those who would be accepted and 9% of those who would be refused.");
    assertThat(drawn.words(".credit-below").get(0)).isEqualTo("Age (years)");
  }

  @Test
  void comparesByOutcome() {
    Drawn drawn = notebook.run("distribution", Map.of("client", "100002", "compare", "OUTCOME"));

    assertThat(drawn.words(".credit-keys li").get(1)).isEqualTo("had payment difficulties");
    assertThat(drawn.words("thead th"))
        .startsWith("Range", "Clients", "repaid", "had payment difficulties");
  }

  @Test
  void categoriesLieWithTheirWordsBesideThem() {
    Drawn drawn = run("distribution type of employer", "100003");

    assertThat(drawn.chart().at("/option/yAxis/type").asText()).isEqualTo("category");
    assertThat(drawn.chart().at("/option/yAxis/data/2").asText()).isEqualTo("▶ School");
    assertThat(drawn.chart().at("/option/series/0/data/2/itemStyle/borderColor").asText())
        .isEqualTo("fn:mark");
    assertThat(drawn.words("p").get(0)).isEqualTo("Type of employer for client 100003: School.");
    assertThat(drawn.words("tbody tr").get(4)).startsWith("Other <b>& more</b>");
  }

  @Test
  void withoutAClientNobodyIsMarked() {
    Drawn drawn = run("distribution AGE", "");

    assertThat(drawn.words()).contains("No client is chosen, so nobody is marked.");
    assertThat(drawn.chart().at("/option/series/0/markLine").isMissingNode()).isTrue();
  }

  @Test
  void aMisspeltFeatureIsAnsweredWithTheNearest() {
    Drawn drawn = run("distribution agge", "100002");

    assertThat(drawn.code()).isEqualTo(Code.SUCCESS);
    assertThat(drawn.words()).contains("There is no feature “agge”. The nearest are:");
    assertThat(drawn.words("code").get(0)).isEqualTo("AGE");
  }

  /** As after a new snapshot that has no such feature any more. */
  @Test
  void aChosenFeatureThatIsNotOfferedGivesWayToTheFirst() {
    Drawn drawn = notebook.run("distribution", Map.of("client", "100002", "feature", "GONE"));

    assertThat(drawn.words("p").get(0)).startsWith("External scores, mean for client 100002");
  }

  /** The stub's third bin: mean 0.78, standard deviation 0.08. */
  @Test
  void theContributionMovesWithTheValue() {
    Drawn drawn = run("distribution", "100002");

    JsonNode mark = drawn.chart(1).at("/option/series/0/data/2");
    assertThat(mark.at("/value/1").asDouble()).isEqualTo(0.78);
    assertThat(mark.at("/value/2").asDouble()).isCloseTo(0.7, within(1e-12));
    assertThat(mark.at("/value/3").asDouble()).isCloseTo(0.86, within(1e-12));
    assertThat(drawn.chart(1).at("/option/series/0/data/1/ring").asText()).isEqualTo("fn:mark");
    assertThat(drawn.words(".credit-table:last-of-type tbody tr"))
        .contains("0.2 to 0.3 +0.78 0.08");
  }

  /** Of 36,190 clients 680 lie in the second bin. */
  @Test
  void allClientsStandBesideThoseWhoseOutcomeIsUnknown() {
    Drawn drawn = notebook.run("distribution", Map.of("client", "100002", "compare", "UNKNOWN"));

    assertThat(drawn.chart().at("/option/series/0/data/1/value").asDouble())
        .isCloseTo(680.0 / 36190, within(1e-12));
    assertThat(drawn.words(".credit-keys li").get(1)).isEqualTo("outcome unknown");
  }
}
