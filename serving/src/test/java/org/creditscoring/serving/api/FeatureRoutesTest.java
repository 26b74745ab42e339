package org.creditscoring.serving.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.creditscoring.serving.fixture.SampleSnapshot;
import org.creditscoring.serving.fixture.TestService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureRoutesTest {
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
  void listsTheModelsFeaturesInItsOrder() {
    JsonNode features = service.get("/v1/features").json().path("features");
    assertThat(features.findValuesAsText("name"))
        .containsExactly(
            "EXT_SOURCE_MEAN", "AGE_YEARS", "AMT_CREDIT", "NAME_EDUCATION_TYPE", "FLAG_OWN_CAR");
    assertThat(features.path(1).toString())
        .isEqualTo(
            "{\"name\":\"AGE_YEARS\",\"label\":\"Age\",\"kind\":\"NUMBER\",\"unit\":\"years\","
                + "\"group\":\"age\",\"groupLabel\":\"Age\",\"source\":\"row\","
                + "\"sensitivity\":\"JUSTIFIED\",\"rank\":2}");
  }

  @Test
  void findsFeaturesWhateverTheAccents() {
    assertThat(names("/v1/features?search=AGE&lang=fr")).containsExactly("AGE_YEARS");
    assertThat(names("/v1/features?search=etudes&lang=fr")).containsExactly("NAME_EDUCATION_TYPE");
    assertThat(names("/v1/features?search=outside%20SCORE")).containsExactly("EXT_SOURCE_MEAN");
    assertThat(names("/v1/features?search=nothing%20like%20it")).isEmpty();
  }

  @Test
  void theTopOnesAreTheMostImportant() {
    assertThat(names("/v1/features?top=2")).containsExactly("EXT_SOURCE_MEAN", "AGE_YEARS");
    assertThat(names("/v1/features?top=1&search=AMT_")).containsExactly("AMT_CREDIT");
  }

  private static List<String> names(String path) {
    return service.get(path).json().path("features").findValuesAsText("name");
  }

  @Test
  void describesAFeature() {
    JsonNode age = service.get("/v1/features/AGE_YEARS?lang=fr").json();
    assertThat(age.path("label").textValue()).isEqualTo("Âge");
    assertThat(age.path("unit").textValue()).isEqualTo("ans");
    assertThat(age.path("justification").textValue()).isEqualTo("Un facteur de remboursement.");
    assertThat(age.path("actionable").booleanValue()).isFalse();
    assertThat(age.path("typical").doubleValue()).isEqualTo(43.2, within(1e-5));
    assertThat(age.path("typicalDisplay").textValue()).isEqualTo("43\u00a0ans");
    assertThat(age.path("statistics").toString())
        .isEqualTo(
            "{\"missingShare\":0.125,\"mean\":1.5,\"quantiles\":{\"0.01\":1.0,\"0.05\":2.0,"
                + "\"0.25\":3.0,\"0.5\":4.0,\"0.75\":5.0,\"0.95\":6.0,\"0.99\":7.0},"
                + "\"groupMeans\":{\"accepted\":1.5,\"refused\":1.25,\"repaid\":1.125,"
                + "\"defaulted\":1.0625}}");
  }

  @Test
  void describesACategoryByItsCodesAndWords() {
    JsonNode education = service.get("/v1/features/NAME_EDUCATION_TYPE?lang=fr").json();
    assertThat(education.path("kind").textValue()).isEqualTo("CATEGORY");
    assertThat(education.path("typical").textValue()).isEqualTo("Secondary");
    assertThat(education.path("typicalDisplay").textValue()).isEqualTo("Lycée");
    assertThat(education.path("statistics").path("mean").isNull()).isTrue();
    assertThat(education.path("categories").path(2).toString())
        .isEqualTo("{\"code\":\"Higher education\",\"label\":\"Enseignement supérieur\"}");
  }

  @Test
  void saysThatAForbiddenFeatureIsForbiddenAndWhy() {
    JsonNode gender = service.get("/v1/features/CODE_GENDER").json();
    assertThat(gender.path("sensitivity").textValue()).isEqualTo("FORBIDDEN");
    assertThat(gender.path("justification").textValue()).isEqualTo("Never an input.");
  }

  /** 305 clients; ages of the fillers are 20 + id mod 50, so 20 to 69 years. */
  @Test
  void showsWhereAClientLies() {
    JsonNode answer =
        service.get("/v1/features/AGE_YEARS/distribution?client=100002&lang=fr").json();
    assertThat(answer.path("total").intValue()).isEqualTo(305);
    assertThat(answer.path("unit").textValue()).isEqualTo("ans");
    assertThat(answer.path("bins").findValuesAsText("kind"))
        .containsExactly("range", "range", "missing");
    assertThat(answer.path("bins").findValuesAsText("label"))
        .containsExactly("< 40\u00a0ans", "≥ 40\u00a0ans", "non renseigné");
    JsonNode young = answer.path("bins").path(0);
    int all = young.path("all").intValue();
    assertThat(young.path("accepted").intValue() + young.path("refused").intValue()).isEqualTo(all);
    assertThat(young.path("refused").intValue()).isOne();
    assertThat(young.path("defaulted").intValue()).isOne();
    assertThat(young.path("upper").doubleValue()).isEqualTo(40);
    assertThat(answer.path("bins").path(2).path("lower").isNull()).isTrue();
    JsonNode client = answer.path("client");
    assertThat(client.path("id").intValue()).isEqualTo(100_002);
    assertThat(client.path("value").doubleValue()).isEqualTo(26);
    assertThat(client.path("display").textValue()).isEqualTo("26\u00a0ans");
    assertThat(client.path("bin").intValue()).isZero();
    assertThat(client.path("percentile").doubleValue())
        .isEqualTo(100 * (all / 2.0) / 305, within(1e-9));
    assertThat(client.path("percentiles").path("refused").doubleValue())
        .isEqualTo(50, within(1e-9));
    assertThat(client.path("contribution").doubleValue()).isEqualTo(0.1, within(1e-6));
  }

  @Test
  void aMissingCategoryLiesInTheLastBinWithoutPercentile() {
    JsonNode answer =
        service.get("/v1/features/NAME_EDUCATION_TYPE/distribution?client=100003").json();
    assertThat(answer.path("client").path("bin").intValue()).isEqualTo(3);
    assertThat(answer.path("client").path("value").isNull()).isTrue();
    assertThat(answer.path("client").path("percentile").isNull()).isTrue();
    assertThat(answer.path("bins").path(1).path("category").textValue()).isEqualTo("Secondary");
    assertThat(answer.path("bins").path(3).path("all").intValue()).isOne();
  }

  @Test
  void withoutAClientNobodyIsShown() {
    JsonNode answer = service.get("/v1/features/FLAG_OWN_CAR/distribution").json();
    assertThat(answer.path("client").isNull()).isTrue();
    assertThat(answer.path("bins").findValuesAsText("label"))
        .containsExactly("no", "yes", "not known");
  }

  @Test
  void ranksFeaturesAndGroups() {
    JsonNode features = service.get("/v1/importance?top=2").json();
    assertThat(features.path("by").textValue()).isEqualTo("feature");
    assertThat(features.path("items").size()).isEqualTo(2);
    assertThat(features.path("items").path(1).toString())
        .isEqualTo(
            "{\"rank\":2,\"name\":\"AGE_YEARS\",\"label\":\"Age\","
                + "\"meanAbsoluteContribution\":0.25,\"low\":0.2,\"high\":0.3,"
                + "\"direction\":-0.5,\"contribution\":null}");
    assertThat(features.path("items").path(1).path("contribution").isNull()).isTrue();
    JsonNode groups = service.get("/v1/importance?by=group&lang=fr").json();
    assertThat(groups.path("items").findValuesAsText("label"))
        .containsExactly("Scores de sources externes", "Âge");
    assertThat(service.get("/v1/importance").json().path("items").size()).isEqualTo(5);
  }

  @Test
  void tellsWhatEachContributesToAClient() {
    JsonNode features = service.get("/v1/importance?client=100002&top=2").json().path("items");
    assertThat(features.path(0).path("contribution").doubleValue()).isEqualTo(0.9, within(1e-6));
    assertThat(features.path(1).path("contribution").doubleValue()).isEqualTo(0.1, within(1e-6));
    JsonNode groups = service.get("/v1/importance?client=100002&by=group").json().path("items");
    assertThat(groups.path(1).path("contribution").doubleValue()).isEqualTo(0.1, within(1e-6));
  }

  @Test
  void tellsOfTheModel() {
    JsonNode model = service.get("/v1/model").json();
    assertThat(model.path("modelId").textValue()).isEqualTo("20261101T000000Z-abcdef");
    assertThat(model.path("features").intValue()).isEqualTo(5);
    assertThat(model.path("folds").intValue()).isEqualTo(2);
    assertThat(model.path("metrics").toString())
        .isEqualTo(
            "{\"outOfFold\":{\"auc\":0.76,\"gini\":0.52,\"ks\":0.39,\"brier\":0.067,"
                + "\"logLoss\":0.24}}");
    assertThat(model.path("calibration").toString())
        .isEqualTo("{\"slope\":1.01,\"intercept\":0.02,\"ece\":0.006}");
    assertThat(model.path("trainedAt").textValue()).isEqualTo("2026-11-01T00:00:00Z");
    assertThat(model.path("synthetic").booleanValue()).isTrue();
    assertThat(model.path("provenance").path("seed").intValue()).isEqualTo(42);
  }

  @Test
  void tellsOfTheSnapshot() {
    assertThat(service.get("/v1/snapshot").body())
        .isEqualTo(
            "{\"snapshotId\":\"20261122T193200Z-5f0c9a\",\"createdAt\":\"2026-11-22T19:32:00Z\","
                + "\"clients\":305,\"modelId\":\"20261101T000000Z-abcdef\",\"formatVersion\":1,"
                + "\"synthetic\":true}");
  }
}
