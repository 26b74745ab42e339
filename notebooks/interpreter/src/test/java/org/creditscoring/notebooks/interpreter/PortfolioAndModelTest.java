package org.creditscoring.notebooks.interpreter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The cards about all clients. */
class PortfolioAndModelTest extends StubTest {
  @Test
  void aPairShadesCellsAndRingsTheClient() {
    Drawn drawn = run("pair", "100002");

    JsonNode series = drawn.chart().at("/option/series");
    assertThat(series).hasSize(4);
    // 0.162 lies in 0.1 to 0.2, 0.12 right of its middle; 25.9 in 25 to 30, 0.32 below its middle.
    JsonNode client = series.at("/3/data/0/value");
    assertThat(client.get(0).asInt()).isEqualTo(1);
    assertThat(client.get(1).asInt()).isEqualTo(1);
    assertThat(client.get(2).asDouble()).isCloseTo(0.12, within(1e-9));
    assertThat(client.get(3).asDouble()).isCloseTo(-0.32, within(1e-9));
    assertThat(drawn.options("x"))
        .containsOnlyKeys("EXT_SOURCE_MEAN", "EXT_SOURCE_2", "AGE", "CREDIT_ANNUITY_RATIO");
    // The next in importance is of the same reason group.
    assertThat(service.requests())
        .contains("/v1/pairs?x=EXT_SOURCE_MEAN&y=AGE&client=100002&lang=en");
  }

  /**
   * The sample's last client has no external scores: his point lies in the bin Missing, the last.
   */
  @Test
  void aMissingValueHasItsPlaceInAPair() {
    JsonNode refused = run("pair", "").chart().at("/option/series/2/data");

    assertThat(refused.get(refused.size() - 1).at("/value/0").asInt()).isEqualTo(10);
  }

  @Test
  void aMisspeltFeatureOfAPairIsAnsweredWithTheNearest() {
    Drawn drawn = run("pair AGGE", "100002");

    assertThat(drawn.words()).contains("“AGGE” is none of the features that are paired.");
    assertThat(drawn.words("code").get(0)).isEqualTo("AGE");
  }

  @Test
  void aFeatureAgainstItselfIsNotAsked() {
    Drawn drawn = notebook.run("pair", Map.of("x", "AGE", "y", "AGE"));

    assertThat(drawn.words()).contains("Choose two different features.");
    assertThat(service.requests()).noneMatch(request -> request.startsWith("/v1/pairs?"));
  }

  @Test
  void importanceSetsTheClientBesideThePortfolio() {
    Drawn drawn = run("importance group", "100002");

    assertThat(drawn.chart().at("/option/series/0/data/0/value/0").asDouble()).isEqualTo(-0.52);
    assertThat(drawn.chart().at("/option/series/1/data/0/value/1").asDouble()).isEqualTo(1.34);
    assertThat(drawn.words("tbody tr").get(0))
        .isEqualTo("External scores 1 0.52 0.484 to 0.556 – +1.34");
    assertThat(drawn.page().select(".credit").attr("data-title")).isEqualTo("By reason group");
  }

  @Test
  void thePolicysCutOffIsShownUntilAnotherIsTried() {
    Drawn drawn = run("cut-off", "");

    assertThat(drawn.words(".credit-lead"))
        .containsExactly(
            "At a cost ratio of 10 credit is refused from a probability of 9.09% (554 points).");
    assertThat(drawn.words("dd"))
        .containsExactly("70.2%", "3.9%", "25.1%", "33.7%", "0.503", "68.7%");
    assertThat(drawn.words()).contains("lies at a cut-off of 8.7% (95% interval 7.9–9.8%)");
    assertThat(service.requests()).noneMatch(request -> request.contains("costRatio"));
  }

  @Test
  void anotherRatioMovesTheCutOffAndItsConsequences() {
    Drawn drawn = notebook.run("cut-off", Map.of("ratio", "20", "lang", "fr"));

    assertThat(drawn.words(".credit-lead").get(0)).contains("4,76 % (571 points)");
    assertThat(drawn.words("dd").get(0)).isEqualTo("55,1 %");
    assertThat(service.requests()).contains("/v1/model/cut-off?costRatio=20&lang=fr");
  }

  /** Fifty intervals of one percentage point, and a bar apart for all above. */
  @Test
  void scoresOfEachGroupAddUpToAll() {
    JsonNode option = run("scores", "").chart().at("/option");
    for (int group = 0; group < 3; group++) {
      JsonNode points = option.at("/series/" + group + "/data");
      assertThat(points).hasSize(50);
      assertThat(points.at("/9/0").asDouble()).isCloseTo(0.095, within(1e-9));
      double sum = option.at("/series/3/data/" + group + "/value/1").asDouble();
      for (JsonNode point : points) {
        sum += point.get(1).asDouble();
      }
      assertThat(sum).isCloseTo(1, within(1e-9));
    }
    assertThat(option.at("/series/3/words").asText()).isEqualTo("≥ 50%");
    assertThat(option.at("/series/3/data/0/value/0").asDouble()).isGreaterThan(0.5);
    assertThat(run("scores", "").words("tbody th")).contains("0–1%", "49–50%").endsWith("≥ 50%");
  }

  @Test
  void portfolioCountsPastAndCurrentClients() {
    assertThat(run("portfolio", "").words("dd"))
        .containsExactly("30,000", "70.2%", "3.9%", "4,756", "68.7%");
  }

  @Test
  void theCardSaysWhatTheModelIsAndIsNotFor() {
    Drawn drawn = run("model", "", "fr");

    assertThat(drawn.words(".credit-lead").get(0))
        .contains("m-20261122-77c1", "30 000 anciens clients", "2 421", "182 variables");
    assertThat(drawn.words("li"))
        .containsExactly("Décider de personnes qui n’ont jamais obtenu de prêt.");
    assertThat(drawn.words(".credit-facts dt")).containsExactly("Âge");
    assertThat(drawn.words("tbody tr")).contains("max_depth 6", "spark 3.5.7");
  }

  @Test
  void discriminationStandsBesideTheChallenger() {
    Drawn drawn = run("discrimination", "");

    assertThat(drawn.words()).contains("The challenger reaches an AUC of 0.751, the model 0.774.");
    assertThat(drawn.words("tbody tr")).contains("Fold 3 6,000 484 0.777 0.554 0.41");
  }

  @Test
  void calibrationDrawsTenGroupsWithTheirIntervals() {
    Drawn drawn = run("calibration", "");

    assertThat(drawn.chart().at("/option/series/1/data")).hasSize(10);
    assertThat(drawn.chart().at("/option/series/1/data/9/value").toString())
        .isEqualTo("[0.262,0.2672,0.2253,0.3118]");
    assertThat(drawn.words())
        .contains("mean probability 8.01%, observed 7.99%")
        .contains("gives the slope a 95% interval from 0.879 to 1.163");
    assertThat(run("calibration", "", "fr").words()).contains("de 0,879 à 1,163");
  }

  @Test
  void groupsAreDrawnAndTheirCrossingIsInTheTable() {
    Drawn drawn = run("groups", "");

    assertThat(drawn.chart().at("/option/yAxis/data")).hasSize(5);
    assertThat(drawn.page().select("tbody tr")).hasSize(7);
    assertThat(drawn.words("tbody tr").get(1))
        .isEqualTo("Men 8,000 9.0% 9.2% 0.768 1.01 29.0% 25.0%");
  }
}
