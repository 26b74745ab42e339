package org.creditscoring.serving.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.creditscoring.serving.fixture.SampleSnapshot;
import org.creditscoring.serving.fixture.TestService;
import org.creditscoring.serving.fixture.TestService.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample's fold models are a stump each, so that every score is worked out by hand. */
class WhatIfRoutesTest {
  private static final String PATH = "/v1/clients/100002/what-if";
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

  /** Fold 0: 0.98 × 1 + 0.01 = 0.99 below the threshold; logistic(0.99) = 0.72908792. */
  @Test
  void isASimulationBesideWhatIsStored() {
    JsonNode answer = service.post(PATH, "{\"values\":{\"AMT_CREDIT\":300000}}").json();
    assertThat(answer.path("simulation").booleanValue()).isTrue();
    assertThat(answer.path("id").intValue()).isEqualTo(100_002);
    assertThat(answer.path("before").toString())
        .isEqualTo(
            "{\"probability\":0.2689414322376251,\"decision\":\"REFUSED\",\"points\":516,"
                + "\"margin\":-1.0}");
    JsonNode after = answer.path("after");
    assertThat(after.path("margin").doubleValue()).isEqualTo(0.99, within(1e-6));
    assertThat(after.path("probability").doubleValue()).isEqualTo(0.72908792, within(1e-7));
    assertThat(after.path("decision").textValue()).isEqualTo("REFUSED");
    assertThat(answer.path("changed").toString())
        .isEqualTo(
            "[{\"name\":\"AMT_CREDIT\",\"label\":\"Amount of the credit\",\"from\":406597.0,"
                + "\"to\":300000.0,\"fromDisplay\":\"406,597\",\"toDisplay\":\"300,000\"}]");
    assertThat(answer.path("adjusted")).isEmpty();
    assertThat(answer.path("warnings")).isEmpty();
    assertThat(answer.path("snapshotId").textValue()).isEqualTo("20261122T193200Z-5f0c9a");
  }

  /** Of the stump only EXT_SOURCE_MEAN contributes: 0.98 × 1 against the stored 0.9. */
  @Test
  void theLargestChangeOfAContributionComesFirst() {
    JsonNode answer = service.post(PATH + "?top=2", "{\"values\":{}}").json();
    assertThat(answer.path("contributions").findValuesAsText("feature"))
        .containsExactly("AMT_CREDIT", "NAME_EDUCATION_TYPE");
    JsonNode all = service.post(PATH, "{\"values\":{}}").json().path("contributions");
    assertThat(all).hasSize(5);
    JsonNode stump = all.path(3);
    assertThat(stump.path("feature").textValue()).isEqualTo("EXT_SOURCE_MEAN");
    assertThat(stump.path("before").doubleValue()).isEqualTo(0.9, within(1e-6));
    assertThat(stump.path("after").doubleValue()).isEqualTo(0.98, within(1e-6));
    assertThat(stump.path("change").doubleValue()).isEqualTo(0.08, within(1e-6));
  }

  @Test
  void warnsOfWhatNoClientHas() {
    JsonNode answer =
        service
            .post(
                PATH + "?lang=fr",
                "{\"values\":{\"AMT_CREDIT\":3000000,\"FLAG_OWN_CAR\":1,\"DAYS_BIRTH\":-36525}}")
            .json();
    assertThat(answer.path("warnings").toString())
        .isEqualTo(
            "[{\"name\":\"AGE_YEARS\",\"text\":\"Âge\u00a0: 100\u00a0ans sort de ce qu'ont les"
                + " clients, de 0,5\u00a0an à"
                + " 70\u00a0ans.\"},{\"name\":\"AMT_CREDIT\",\"text\":\"Montant du crédit\u00a0:"
                + " 3\u202f000\u202f000 sort de ce qu'ont les clients, de 0 à"
                + " 2\u202f000\u202f000.\"},{\"name\":\"DAYS_BIRTH\",\"text\":\"Jours depuis la"
                + " naissance\u00a0: −36\u202f525\u00a0jours sort de ce qu'ont les clients, de"
                + " 0,5\u00a0jour à 70\u00a0jours.\"}]");
    assertThat(answer.path("changed").findValuesAsText("toDisplay"))
        .containsExactly("3\u202f000\u202f000", "oui", "−36\u202f525\u00a0jours");
  }

  @Test
  void keepsNothing() {
    String before = service.get("/v1/clients/100002").body();
    service.post(PATH, "{\"values\":{\"AMT_CREDIT\":300000}}");
    assertThat(service.get("/v1/clients/100002").body()).isEqualTo(before);
  }

  @Test
  void listsWhatMayBeChanged() {
    JsonNode inputs = service.get(PATH).json().path("inputs");
    assertThat(inputs.findValuesAsText("name"))
        .containsExactly("AMT_CREDIT", "NAME_EDUCATION_TYPE", "FLAG_OWN_CAR", "DAYS_BIRTH");
    assertThat(inputs.path(0).toString())
        .isEqualTo(
            "{\"name\":\"AMT_CREDIT\",\"label\":\"Amount of the credit\",\"kind\":\"NUMBER\","
                + "\"unit\":\"currency units\",\"value\":406597.0,\"display\":\"406,597\","
                + "\"minimum\":1.0,\"maximum\":1.0E9,\"categories\":[],\"actionable\":true}");
    assertThat(inputs.path(1).path("categories").path(2).path("code").textValue())
        .isEqualTo("Higher education");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"AMT_CREDIT\":\"much\" | values.AMT_CREDIT must be a number from 1 to 1000000000 or null,"
            + " is 'much'",
        "\"AMT_CREDIT\":0 | values.AMT_CREDIT must be a number from 1 to 1000000000 or null, is"
            + " '0'",
        "\"AMT_CREDIT\":1e30 | values.AMT_CREDIT must be a number from 1 to 1000000000 or null, is"
            + " '1E+30'",
        "\"AMT_CREDIT\":[1] | values.AMT_CREDIT must be a number from 1 to 1000000000 or null, is"
            + " '[1]'",
        "\"AMT_CREDIT\":true | values.AMT_CREDIT must be a number from 1 to 1000000000 or null, is"
            + " 'true'",
        "\"DAYS_BIRTH\":365243 | values.DAYS_BIRTH must be a number from -43830 to 0 or null, is"
            + " '365243'",
        "\"FLAG_OWN_CAR\":2 | values.FLAG_OWN_CAR must be 0, 1 or null, is '2'",
        "\"FLAG_OWN_CAR\":\"yes\" | values.FLAG_OWN_CAR must be 0, 1 or null, is 'yes'",
        "\"NAME_EDUCATION_TYPE\":1 | values.NAME_EDUCATION_TYPE must be one of Lower secondary,"
            + " Secondary, Higher education or null, is '1'",
        "\"NAME_EDUCATION_TYPE\":\"Lycée\" | values.NAME_EDUCATION_TYPE must be one of Lower"
            + " secondary, Secondary, Higher education or null, is 'Lycée'",
        "\"CODE_GENDER\":\"M\" | values.CODE_GENDER cannot be changed: the model may not be given"
            + " it",
        "\"AGE_YEARS\":30 | values.AGE_YEARS is computed from DAYS_BIRTH: change those",
        "\"SALARY\":1 | values names 'SALARY', which is no value of a client; GET on this path"
            + " lists those that may be changed"
      })
  void saysWhatAValueMayBe(String value, String detail) {
    Answer answer = service.post(PATH, "{\"values\":{" + value + "}}");
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.detail()).isEqualTo(detail);
  }

  @Test
  void needsAnObjectOfValuesAndAClient() {
    assertThat(service.post(PATH, "{\"values\":[]}").detail())
        .isEqualTo("field values must be an object of up to 500 names with their values, is '[]'");
    assertThat(service.post("/v1/clients/100001/what-if", "{\"values\":{}}").status())
        .isEqualTo(404);
    assertThat(service.post("/v1/clients/x/what-if", "{\"values\":{}}").status()).isEqualTo(400);
    assertThat(service.post(PATH + "?top=6", "{\"values\":{}}").detail())
        .isEqualTo("parameter top must be a whole number from 1 to 5, is '6'");
  }
}
