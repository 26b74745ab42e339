package org.creditscoring.serving.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.creditscoring.serving.auth.Role;
import org.creditscoring.serving.fixture.SampleSnapshot;
import org.creditscoring.serving.fixture.TestService;
import org.creditscoring.serving.fixture.TestService.Answer;
import org.creditscoring.serving.fixture.TestTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each test looks at clients of its own: the record is one for all tests. */
class ReviewRoutesTest {
  private static final String BODY = "{\"verdict\":\"OVERRIDDEN\",\"reason\":\"Income was seen.\"}";
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
  void aReviewSaysWhatItLookedAtAndWhoLooked() {
    Answer added = as(Role.ANALYST, "/v1/clients/200010/reviews", BODY);
    assertThat(added.status()).isEqualTo(201);
    JsonNode review = added.json();
    assertThat(review.path("clientId").intValue()).isEqualTo(200_010);
    assertThat(review.path("verdict").textValue()).isEqualTo("OVERRIDDEN");
    assertThat(review.path("reason").textValue()).isEqualTo("Income was seen.");
    assertThat(review.path("decision").textValue()).isEqualTo("ACCEPTED");
    assertThat(review.path("analyst").textValue()).isEqualTo("analyst");
    assertThat(review.path("snapshotId").textValue()).isEqualTo("20261122T193200Z-5f0c9a");
    assertThat(review.path("modelId").textValue()).isEqualTo("20261101T000000Z-abcdef");
    assertThat(
            Duration.between(Instant.parse(review.path("reviewedAt").textValue()), Instant.now()))
        .isBetween(Duration.ZERO, Duration.ofMinutes(5));
    JsonNode list = service.get("/v1/clients/200010/reviews").json();
    assertThat(list.path("clientId").intValue()).isEqualTo(200_010);
    assertThat(list.path("reviews")).hasSize(1);
    assertThat(list.path("reviews").path(0)).isEqualTo(review);
  }

  @Test
  void theNewestComesFirstAndNoneReplacesAnother() {
    as(Role.ANALYST, "/v1/clients/200013/reviews", BODY);
    as(Role.ADMIN, "/v1/clients/200013/reviews", BODY.replace("OVERRIDDEN", "UPHELD"));
    JsonNode list = service.get("/v1/clients/200013/reviews").json();
    assertThat(list.path("reviews").findValuesAsText("verdict"))
        .containsExactly("UPHELD", "OVERRIDDEN");
    assertThat(service.get("/v1/clients/200013/reviews?limit=1").json().path("reviews")).hasSize(1);
  }

  @Test
  void theDashboardPutsItOnRecordForTheAnalystWhoIsSignedIn() {
    Answer alone = as(Role.NOTEBOOK, "/v1/clients/200016/reviews", BODY);
    assertThat(alone.status()).isEqualTo(403);
    Answer forAnalyst =
        service.send(
            service
                .request("/v1/clients/200016/reviews")
                .header("Authorization", "Bearer " + TestTokens.secret(Role.NOTEBOOK))
                .header("X-On-Behalf-Of", "amelie")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(BODY)));
    assertThat(forAnalyst.status()).isEqualTo(201);
    assertThat(forAnalyst.json().path("analyst").textValue()).isEqualTo("amelie");
  }

  @Test
  void aReaderMayReadReviewsOnly() {
    Answer added = as(Role.READER, "/v1/clients/200019/reviews", BODY);
    assertThat(added.status()).isEqualTo(403);
    assertThat(added.detail()).contains("role analyst");
    assertThat(service.get("/v1/clients/200019/reviews").json().path("reviews")).isEmpty();
  }

  @Test
  void theyOutliveTheSnapshotTheyAreOf(@TempDir Path other) {
    SampleSnapshot.of(SampleSnapshot.ID).publish(other);
    try (TestService moving = TestService.start(other)) {
      assertThat(moving.post("/v1/clients/200022/reviews", BODY).status()).isEqualTo(201);
      SampleSnapshot.of(SampleSnapshot.OTHER_ID).publish(other);
      moving.store().follow();
      JsonNode after = moving.get("/v1/clients/200022/reviews").json().path("reviews");
      assertThat(after.findValuesAsText("snapshotId")).containsExactly(SampleSnapshot.ID);
      moving.post("/v1/clients/200022/reviews", BODY);
      SampleSnapshot.makeCurrent(other, SampleSnapshot.ID);
      moving.store().follow();
      assertThat(
              moving
                  .get("/v1/clients/200022/reviews")
                  .json()
                  .path("reviews")
                  .findValuesAsText("snapshotId"))
          .containsExactly(SampleSnapshot.OTHER_ID, SampleSnapshot.ID);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"verdict\":\"MAYBE\",\"reason\":\"x\"} | field verdict must be one of UPHELD,"
            + " OVERRIDDEN, is 'MAYBE'",
        "{\"verdict\":1,\"reason\":\"x\"} | field verdict must be one of UPHELD, OVERRIDDEN, is"
            + " '1'",
        "{\"verdict\":\"UPHELD\",\"reason\":\"  \"} | field reason must be a text of 1 to 2000"
            + " printable characters, is '  '",
        "{\"verdict\":\"UPHELD\",\"reason\":null} | field reason must be a text of 1 to 2000"
            + " printable characters, is 'null'",
        "{\"verdict\":\"UPHELD\",\"reason\":\"a\\u0000b\"} | field reason must be a text of 1 to"
            + " 2000 printable characters, is 'a?b'",
        "{\"verdict\":\"UPHELD\"} | the body lacks the field reason",
        "{\"verdict\":\"UPHELD\",\"reason\":\"x\",\"analyst\":\"me\"} | unknown field 'analyst' in"
            + " the body; allowed: reason, verdict"
      })
  void saysWhatAReviewNeeds(String body, String detail) {
    Answer answer = service.post("/v1/clients/100002/reviews", body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.detail()).isEqualTo(detail);
  }

  @Test
  void aReasonMayBeTwoThousandCharactersLong() {
    String longest = "{\"verdict\":\"UPHELD\",\"reason\":\"" + "\u00e9".repeat(2_000) + "\"}";
    assertThat(service.post("/v1/clients/200025/reviews", longest).status()).isEqualTo(201);
    assertThat(
            service
                .post("/v1/clients/200025/reviews", longest.replace("\u00e9\"", "\u00e9\u00e9\""))
                .status())
        .isEqualTo(400);
  }

  @Test
  void aClientWhoIsNotThereHasNone() {
    assertThat(service.post("/v1/clients/100001/reviews", BODY).status()).isEqualTo(404);
    assertThat(service.get("/v1/clients/100001/reviews").status()).isEqualTo(404);
    assertThat(service.get("/v1/clients/200025/reviews?limit=0").detail())
        .isEqualTo("parameter limit must be a whole number from 1 to 1000, is '0'");
  }

  private static Answer as(Role role, String path, String body) {
    return service.send(
        service
            .request(path)
            .header("Authorization", "Bearer " + TestTokens.secret(role))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }
}
