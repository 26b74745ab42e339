package org.creditscoring.notebooks.interpreter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WaterfallTest extends StubTest {
  @Test
  void barsLeadFromTheBaseToTheClient() {
    JsonNode bars = run("waterfall", "100002").chart().at("/option/series/0/data");

    assertThat(bars).hasSize(13);
    assertThat(bars.at("/0/value/0").asDouble()).isEqualTo(-2.604);
    assertThat(bars.at("/0/words").asText()).isEqualTo("6.9%");
    assertThat(bars.at("/1/value/1").asDouble()).isCloseTo(-1.674, within(1e-12));
    assertThat(bars.at("/1/words").asText()).isEqualTo("→ 15.8%");
    assertThat(bars.at("/12/value/1").asDouble()).isEqualTo(-0.974);
    assertThat(bars.at("/12/words").asText()).isEqualTo("27.4%");
  }

  /**
   * All are asked for, because the service refuses a top that is more than the model's features.
   */
  @Test
  void theServiceIsAskedForAllContributions() {
    run("waterfall", "100002");

    assertThat(service.requests())
        .containsExactly(
            "/v1/clients/100002/explanation?detail=full&lang=en", "/v1/snapshot?lang=en");
  }

  /** The logarithm of 1 to 10, the odds at a probability of 1/11. */
  @Test
  void theCutOffIsALineOnTheSameAxis() {
    JsonNode line = run("waterfall", "100002").chart().at("/option/series/1/markLine");

    assertThat(line.at("/data/0/xAxis").asDouble()).isCloseTo(-2.302585, within(1e-6));
    assertThat(line.at("/label/formatter").asText()).isEqualTo("cut-off 9.1%");
  }

  @Test
  void theTableReadsOutTheProbabilityAfterEachFeature() {
    Drawn drawn = run("waterfall", "100002");

    assertThat(drawn.words("thead th"))
        .containsExactly(
            "Feature", "Value", "Contribution (log-odds)", "Points", "Probability after it");
    assertThat(drawn.words("tbody tr").get(0))
        .isEqualTo("Base: where the model that scored this client starts 6.9%");
    assertThat(drawn.words("tbody tr").get(1))
        .isEqualTo("External scores, mean 0.16 +0.93 −27 15.8%");
    assertThat(drawn.words("tbody tr").get(11)).isEqualTo("All other features +0.01 0 27.4%");
    assertThat(drawn.words("tbody tr").get(12)).isEqualTo("This client 27.4%");
  }

  @Test
  void theChartHasASummaryInTheLanguage() {
    Drawn drawn = run("waterfall", "100003", "fr");

    assertThat(
            drawn
                .page()
                .select(".credit-chart")
                .attr("aria-label")
                .replaceAll("[\\u00a0\\u202f]", " "))
        .isEqualTo(
            "Cascade du client 100003 : de la base de 6,9 % à 2,3 % ; le seuil est de 9,1 %.");
    assertThat(drawn.chart().at("/language").asText()).isEqualTo("fr-FR");
    assertThat(drawn.chart().at("/library").asText()).isEqualTo("/assets/echarts.min.js");
  }

  @Test
  void aHostileLabelStaysALabel() {
    Drawn drawn = run("waterfall", "100003");

    assertThat(drawn.source()).doesNotContain("<script>alert").doesNotContain("</script> &");
    assertThat(drawn.page().select("script")).hasSize(2);
    assertThat(drawn.chart().at("/option/yAxis/data").toString())
        .contains("Document 3 <script>alert('x')</script> & \\\"co\\\": Yes");
  }

  /** 0.93 log-odds are 0.93 times 20 / ln 2 = 26.8 points; the bars lie where they lay. */
  @Test
  void theSameBarsReadInPointsAndInLogOdds() {
    for (String axis : new String[] {"POINTS", "LOG_ODDS"}) {
      JsonNode bars =
          notebook
              .run("waterfall", Map.of("client", "100002", "axis", axis))
              .chart()
              .at("/option/series/0/data");
      assertThat(bars.at("/1/value/1").asDouble()).isCloseTo(-1.674, within(1e-12));
      assertThat(bars.at("/1/words").asText()).isEqualTo(axis.equals("POINTS") ? "−27" : "+0.93");
    }
  }

  @Test
  void theAxisSaysThatAProbabilityDoesNotAddUp() {
    assertThat(run("waterfall", "100002").words())
        .contains("A probability does not add up, so each bar says where it leads");
  }
}
