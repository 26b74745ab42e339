package org.creditscoring.serving.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.creditscoring.serving.fixture.SampleSnapshot;
import org.creditscoring.serving.fixture.Seal;
import org.creditscoring.serving.fixture.TestService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCardTest {
  @TempDir Path snapshots;

  @Test
  void aModelThatWasNotEvaluatedSaysSo() {
    SampleSnapshot.standard().publish(snapshots);
    try (TestService service = TestService.start(snapshots)) {
      JsonNode card = service.get("/v1/model/card").json();
      assertThat(card.path("modelId").textValue()).isEqualTo("20261101T000000Z-abcdef");
      assertThat(card.path("metrics").path("outOfFold").path("auc").doubleValue()).isEqualTo(0.76);
      assertThat(card.path("folds").path(1).path("slope").doubleValue()).isEqualTo(1.02);
      assertThat(card.path("cutOff").doubleValue()).isEqualTo(1 / 11.0);
      assertThat(card.path("evaluation").isNull()).isTrue();
      assertThat(service.get("/v1/model/cut-off").json().path("empiricalOptimum").isNull())
          .isTrue();
    }
  }

  /** Also what this version has no name for. */
  @Test
  void theEvaluationIsServedWhole() throws IOException {
    SampleSnapshot sample = SampleSnapshot.standard();
    Path snapshot = sample.publish(snapshots);
    Path file = snapshot.resolve("model/model.json");
    String evaluation =
        "{\"overall\":{\"auc\":0.76},\"cost\":{\"empiricalOptimum\":{\"cutOff\":0.08,\"low\":0.07,"
            + "\"high\":0.1}},\"groups\":[{\"by\":\"gender\",\"auc\":null}],\"later\":true}";
    Files.writeString(
        file,
        Files.readString(file).replace("\"evaluation\" : null", "\"evaluation\" : " + evaluation));
    Seal.of(snapshot, sample.clients().size()).write();
    try (TestService service = TestService.start(snapshots)) {
      JsonNode card = service.get("/v1/model/card").json();
      assertThat(card.path("evaluation").toString()).isEqualTo(evaluation);
      assertThat(service.get("/v1/model/cut-off").json().path("empiricalOptimum").toString())
          .isEqualTo("{\"cutOff\":0.08,\"low\":0.07,\"high\":0.1}");
    }
  }
}
