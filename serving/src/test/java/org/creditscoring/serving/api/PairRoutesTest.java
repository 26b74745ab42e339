package org.creditscoring.serving.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.creditscoring.serving.fixture.SampleSnapshot;
import org.creditscoring.serving.fixture.TestService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairRoutesTest {
  @TempDir static Path snapshots;
  private static TestService service;

  @BeforeAll
  static void start() {
    SampleSnapshot.standard().publish(snapshots);
    service = TestService.start(snapshots);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void theTwoMostImportantUnlessSaid() {
    JsonNode pair = service.get("/v1/pairs").json();
    assertThat(pair.path("x").path("feature").textValue()).isEqualTo("EXT_SOURCE_MEAN");
    assertThat(pair.path("y").path("feature").textValue()).isEqualTo("AGE_YEARS");
    assertThat(pair.path("client").isNull()).isTrue();
    assertThat(pair.path("total").intValue()).isEqualTo(305);
    int all = 0;
    for (JsonNode cell : pair.path("cells")) {
      all += cell.path("all").intValue();
    }
    assertThat(all).isEqualTo(305);
    JsonNode one = service.get("/v1/pairs?y=AMT_CREDIT").json();
    assertThat(one.path("x").path("feature").textValue()).isEqualTo("EXT_SOURCE_MEAN");
    JsonNode other = service.get("/v1/pairs?x=AGE_YEARS").json();
    assertThat(other.path("y").path("feature").textValue()).isEqualTo("EXT_SOURCE_MEAN");
  }

  /**
   * Client 100,003 alone borrows 500,000 or more, and his education is not known: the last bin of
   * credit that is a range, the last bin of education.
   */
  @Test
  void showsWhereAClientLies() {
    JsonNode pair =
        service.get("/v1/pairs?x=NAME_EDUCATION_TYPE&y=AMT_CREDIT&client=100003&lang=fr").json();
    assertThat(pair.path("client").toString())
        .isEqualTo(
            "{\"id\":100003,\"x\":null,\"y\":1293502.0,\"xBin\":3,\"yBin\":1,"
                + "\"xDisplay\":\"non renseigné\",\"yDisplay\":\"1\u202f293\u202f502\","
                + "\"decision\":\"ACCEPTED\"}");
    assertThat(pair.path("x").path("label").textValue()).isEqualTo("Niveau d'études");
    assertThat(pair.path("x").path("bins").path(1).toString())
        .isEqualTo(
            "{\"kind\":\"category\",\"lower\":null,\"upper\":null,\"category\":\"Secondary\","
                + "\"label\":\"Lycée\"}");
    List<JsonNode> cells = new ArrayList<>();
    pair.path("cells").forEach(cells::add);
    assertThat(cells)
        .filteredOn(cell -> cell.path("x").intValue() == 3)
        .singleElement()
        .hasToString(
            "{\"x\":3,\"y\":1,\"all\":1,\"accepted\":1,\"refused\":0,\"repaid\":1,\"defaulted\":0,"
                + "\"unknown\":0}");
  }

  @Test
  void thePointsStandForAllClients() {
    JsonNode points =
        service.get("/v1/pairs?x=NAME_EDUCATION_TYPE&y=AMT_CREDIT").json().path("points");
    assertThat(
            StreamSupport.stream(points.spliterator(), false)
                .mapToDouble(point -> point.path("weight").doubleValue())
                .sum())
        .isEqualTo(305);
    assertThat(points.path(0).toString())
        .isEqualTo(
            "{\"x\":\"Secondary\",\"y\":406597.0,\"decision\":\"REFUSED\","
                + "\"outcome\":\"DEFAULTED\",\"weight\":1.0}");
    assertThat(points.path(1).path("x").isNull()).isTrue();
  }

  @Test
  void listsTheFeaturesThatHavePairs() {
    JsonNode answer = service.get("/v1/pairs/features?lang=fr").json();
    assertThat(answer.path("features").findValuesAsText("name"))
        .containsExactly(
            "EXT_SOURCE_MEAN", "AGE_YEARS", "AMT_CREDIT", "NAME_EDUCATION_TYPE", "FLAG_OWN_CAR");
    assertThat(answer.path("features").path(1).path("label").textValue()).isEqualTo("Âge");
    assertThat(answer.path("features").path(0).path("group").textValue())
        .isEqualTo("external-scores");
  }
}
