package org.creditscoring.serving.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.creditscoring.serving.fixture.SampleSnapshot;
import org.creditscoring.serving.fixture.TestService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientRoutesTest {
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
  void decidesOnAClient() {
    JsonNode client = service.get("/v1/clients/100002").json();
    assertThat(client.path("id").intValue()).isEqualTo(100_002);
    assertThat(client.path("probability").doubleValue()).isEqualTo(0.268941421, within(1e-6));
    assertThat(client.path("decision").textValue()).isEqualTo("REFUSED");
    assertThat(client.path("cutOff").doubleValue()).isEqualTo(0.090909090909, within(1e-12));
    assertThat(client.path("points").intValue()).isEqualTo(516);
    assertThat(client.path("percentile").doubleValue()).isEqualTo(5.5);
    assertThat(client.path("fold").intValue()).isZero();
    assertThat(client.path("outcome").textValue()).isEqualTo("DEFAULTED");
    assertThat(client.path("snapshotId").textValue()).isEqualTo("20261122T193200Z-5f0c9a");
    assertThat(client.path("modelId").textValue()).isEqualTo("20261101T000000Z-abcdef");
    assertThat(client.path("reasons").findValuesAsText("feature"))
        .containsExactly(
            "EXT_SOURCE_MEAN", "NAME_EDUCATION_TYPE", "AGE_YEARS", "FLAG_OWN_CAR", "AMT_CREDIT");
    assertThat(client.path("reasons").findValuesAsText("direction"))
        .containsExactly("AGAINST", "AGAINST", "AGAINST", "AGAINST", "FOR");
  }

  @Test
  void saysAReasonInWords() {
    JsonNode reason = service.get("/v1/clients/100002").json().path("reasons").path(1);
    assertThat(reason.path("group").textValue()).isEqualTo("education");
    assertThat(reason.path("groupLabel").textValue()).isEqualTo("Education");
    assertThat(reason.path("label").textValue()).isEqualTo("Education");
    assertThat(reason.path("value").textValue()).isEqualTo("Secondary");
    assertThat(reason.path("display").textValue()).isEqualTo("Secondary");
    assertThat(reason.path("typical").textValue()).isEqualTo("Secondary");
    assertThat(reason.path("contribution").doubleValue()).isEqualTo(0.15, within(1e-6));
    assertThat(reason.path("text").textValue())
        .isEqualTo("Education: Secondary, as is typical. This raises the risk.");
  }

  @Test
  void speaksFrench() {
    JsonNode asked = service.get("/v1/clients/100002?lang=fr").json();
    JsonNode preferred =
        service.get("/v1/clients/100002", "Accept-Language", "de, fr-CA;q=0.8, en;q=0.5").json();
    assertThat(preferred).isEqualTo(asked);
    JsonNode reason = asked.path("reasons").path(1);
    assertThat(reason.path("groupLabel").textValue()).isEqualTo("Niveau d'études");
    assertThat(reason.path("value").textValue()).isEqualTo("Secondary");
    assertThat(reason.path("display").textValue()).isEqualTo("Lycée");
    assertThat(reason.path("text").textValue())
        .isEqualTo("Niveau d'études\u00a0: Lycée, comme habituellement. Cela augmente le risque.");
  }

  @Test
  void anUnknownOutcomeIsNull() {
    JsonNode client = service.get("/v1/clients/131071").json();
    assertThat(client.path("outcome").isNull()).isTrue();
    assertThat(client.path("fold").intValue()).isEqualTo(-1);
    assertThat(service.get("/v1/clients/100003").json().path("outcome").textValue())
        .isEqualTo("REPAID");
  }

  @Test
  void explanationAddsUpToTheMarginAndItsProbability() {
    JsonNode explanation = service.get("/v1/clients/100002/explanation").json();
    double sum = explanation.path("baseValue").doubleValue();
    for (JsonNode contribution : explanation.path("contributions")) {
      sum += contribution.path("contribution").doubleValue();
    }
    assertThat(explanation.path("baseValue").doubleValue()).isEqualTo(-2.0);
    assertThat(explanation.path("margin").doubleValue()).isEqualTo(-1.0);
    assertThat(sum).isEqualTo(-1.0, within(1e-4));
    assertThat(explanation.path("probability").doubleValue()).isEqualTo(0.268941421, within(1e-6));
    assertThat(explanation.path("decision").textValue()).isEqualTo("REFUSED");
    assertThat(explanation.path("contributions").findValuesAsText("feature"))
        .containsExactly(
            "EXT_SOURCE_MEAN", "AMT_CREDIT", "NAME_EDUCATION_TYPE", "AGE_YEARS", "FLAG_OWN_CAR");
    JsonNode credit = explanation.path("contributions").path(1);
    assertThat(credit.path("value").doubleValue()).isEqualTo(406_597);
    assertThat(credit.path("contribution").doubleValue()).isEqualTo(-0.2, within(1e-6));
  }

  @Test
  void labelGroupAndWordsOfAContributionAreGivenWhenAskedFor() {
    String path = "/v1/clients/100002/explanation";
    JsonNode brief = service.get(path).json();
    assertThat(service.get(path + "?detail=brief").json()).isEqualTo(brief);
    JsonNode full = service.get(path + "?detail=full").json();

    JsonNode credit = full.path("contributions").path(1);
    assertThat(credit.path("display").textValue()).isEqualTo("406,597");
    assertThat(credit.path("label").textValue()).isEqualTo("Amount of the credit");
    assertThat(credit.path("group").textValue()).isEqualTo("credit-terms");
    for (JsonNode contribution : full.path("contributions")) {
      ((ObjectNode) contribution).remove(List.of("label", "group", "display"));
    }
    assertThat(full).isEqualTo(brief);
  }

  @Test
  void topSumsUpTheRest() {
    JsonNode explanation = service.get("/v1/clients/100002/explanation?top=2&lang=fr").json();
    assertThat(explanation.path("contributions").findValuesAsText("feature"))
        .containsExactly("EXT_SOURCE_MEAN", "AMT_CREDIT", "other");
    JsonNode other = explanation.path("contributions").path(2);
    assertThat(other.path("contribution").doubleValue()).isEqualTo(0.3, within(1e-6));
    assertThat(other.path("value").isNull()).isTrue();
    assertThat(other.has("display") || other.has("group") || other.has("label")).isFalse();
    JsonNode full = service.get("/v1/clients/100002/explanation?top=2&detail=full&lang=fr").json();
    JsonNode otherInFull = full.path("contributions").path(2);
    assertThat(otherInFull.path("label").textValue()).isEqualTo("Autres variables");
    assertThat(otherInFull.path("display").textValue()).isEmpty();
    assertThat(
            service.get("/v1/clients/100002/explanation?top=5").json().path("contributions").size())
        .isEqualTo(5);
  }

  @Test
  void aMissingValueIsNullAndSaidSo() {
    JsonNode contributions =
        service.get("/v1/clients/100003/explanation?detail=full").json().path("contributions");
    JsonNode education = contributions.path(4);
    assertThat(education.path("feature").textValue()).isEqualTo("NAME_EDUCATION_TYPE");
    assertThat(education.path("value").isNull()).isTrue();
    assertThat(education.path("display").textValue()).isEqualTo("not known");
  }
}
