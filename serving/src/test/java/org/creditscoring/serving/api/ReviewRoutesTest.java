package org.creditscoring.serving.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.creditscoring.serving.audit.Audit;
import org.creditscoring.serving.audit.AuditEntry;
import org.creditscoring.serving.audit.AuditException;
import org.creditscoring.serving.auth.Role;
import org.creditscoring.serving.fixture.SampleClient;
import org.creditscoring.serving.fixture.SampleSnapshot;
import org.creditscoring.serving.fixture.Seal;
import org.creditscoring.serving.fixture.TestReviews;
import org.creditscoring.serving.fixture.TestService;
import org.creditscoring.serving.fixture.TestService.Answer;
import org.creditscoring.serving.fixture.TestTokens;
import org.creditscoring.serving.http.ApiServer;
import org.creditscoring.serving.http.Observers;
import org.creditscoring.serving.metrics.Metrics;
import org.creditscoring.serving.snapshot.SnapshotDirectory;
import org.creditscoring.serving.snapshot.SnapshotStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test looks at clients of its own: the record is one for all tests. */
class ReviewRoutesTest {
  private static final String BODY =
      "{\"verdict\":\"OVERRIDDEN\",\"reason\":\"Income was seen.\",\"snapshotId\":\"20261122T193200Z-5f0c9a\"}";
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
      moving.post("/v1/clients/200022/reviews", of(SampleSnapshot.OTHER_ID));
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

  /** Client 100003 as he was seen: margin −3.295, of which the logistic is 0.035743125. */
  @Test
  void whatWasSeenIsWhatIsRecordedWhileTheDecisionStands(@TempDir Path other) {
    SampleSnapshot.of(SampleSnapshot.ID).publish(other);
    try (TestService moving = TestService.start(other)) {
      SampleSnapshot.of(SampleSnapshot.OTHER_ID).shifted(0.5f).publish(other);
      moving.store().follow();
      Answer added = moving.post("/v1/clients/100003/reviews", BODY);
      assertThat(added.status()).as(added.body()).isEqualTo(201);
      assertThat(added.json().path("snapshotId").textValue()).isEqualTo(SampleSnapshot.ID);
      assertThat(added.json().path("decision").textValue()).isEqualTo("ACCEPTED");
      assertThat(added.json().path("probability").floatValue()).isEqualTo(0.035743125f);
      assertThat(last(moving).snapshot()).isEqualTo(SampleSnapshot.ID);
    }
  }

  /** Moved by 1.5 he is refused: the logistic of −1.795 is 0.142. */
  @Test
  void aDecisionThatHasChangedSinceIsToBeLookedAtAgain(@TempDir Path other) {
    SampleSnapshot.of(SampleSnapshot.ID).publish(other);
    try (TestService moving = TestService.start(other)) {
      SampleSnapshot.of(SampleSnapshot.OTHER_ID).shifted(1.5f).publish(other);
      moving.store().follow();
      requireConflict(
          moving.post("/v1/clients/100003/reviews", BODY),
          SampleSnapshot.ID,
          "with another decision or another model");
    }
  }

  @Test
  void soIsOneOfAnotherModel(@TempDir Path other) throws IOException {
    SampleSnapshot.of(SampleSnapshot.ID).publish(other);
    try (TestService moving = TestService.start(other)) {
      Path later = SampleSnapshot.of(SampleSnapshot.OTHER_ID).write(other);
      Seal.of(later, 305).with("modelId", "20261102T000000Z-000000").write();
      SampleSnapshot.makeCurrent(other, SampleSnapshot.OTHER_ID);
      moving.store().follow();
      requireConflict(
          moving.post("/v1/clients/100003/reviews", BODY),
          SampleSnapshot.ID,
          "with another decision or another model");
    }
  }

  @Test
  void soIsOneOfASnapshotThatIsNotKept(@TempDir Path other) {
    SampleSnapshot.of(SampleSnapshot.OTHER_ID).publish(other);
    try (TestService moving = TestService.start(other)) {
      requireConflict(
          moving.post("/v1/clients/100003/reviews", of("20200101T000000Z-000000")),
          "20200101T000000Z-000000",
          "while the other one cannot be read any more");
    }
  }

  private static void requireConflict(Answer answer, String seen, String why) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(409);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.detail())
        .isEqualTo(
            "client 100003 was seen in snapshot %s, and snapshot %s is served now, %s; look again, and send the snapshotId of what is seen then"
                .formatted(seen, SampleSnapshot.OTHER_ID, why));
    assertThat(answer.json().path("seenSnapshotId").textValue()).isEqualTo(seen);
    assertThat(answer.json().path("currentSnapshotId").textValue())
        .isEqualTo(SampleSnapshot.OTHER_ID);
    Set<String> documented = new TreeSet<>();
    service
        .get("/openapi.json")
        .json()
        .at("/components/schemas/ReviewConflict/properties")
        .fieldNames()
        .forEachRemaining(documented::add);
    Set<String> answered = new TreeSet<>();
    answer.json().fieldNames().forEachRemaining(answered::add);
    assertThat(answered).isEqualTo(documented);
  }

  @Test
  void sentAgainUnderItsKeyAReviewIsOnTheRecordOnce() {
    Answer first = keyed(service, "200031", "form-1", BODY);
    Answer again = keyed(service, "200031", "form-1", BODY);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(keyed(service, "200031", "form-2", BODY).body()).isNotEqualTo(first.body());
    assertThat(service.get("/v1/clients/200031/reviews").json().path("reviews")).hasSize(2);
  }

  @Test
  void aKeyNamesOneReview() {
    Answer first = keyed(service, "200034", "form-3", BODY);
    for (Answer other :
        List.of(
            keyed(service, "200034", "form-3", BODY.replace("OVERRIDDEN", "UPHELD")),
            keyed(service, "200037", "form-3", BODY))) {
      assertThat(other.status()).isEqualTo(422);
      assertThat(other.detail())
          .isEqualTo(
              "Idempotency-Key form-3 names another review, number %d; take a new key for a new review"
                  .formatted(first.json().path("reviewId").longValue()));
    }
    assertThat(service.get("/v1/clients/200037/reviews").json().path("reviews")).isEmpty();
  }

  /** Sent in time, answered 503, and sent again when the snapshot has changed. */
  @Test
  void whatWasStoredWhenTheAuditLogFailedIsNotStoredTwice(@TempDir Path other) throws Exception {
    SampleSnapshot.of(SampleSnapshot.ID).publish(other);
    AtomicBoolean full = new AtomicBoolean(true);
    Audit audit =
        entry -> {
          if (full.get()) {
            throw new AuditException("full", new IOException("disk full"));
          }
        };
    try (SnapshotStore store = SnapshotStore.open(new SnapshotDirectory(other));
        ApiServer server =
            ApiServer.start(
                TestService.settings(),
                new Observers(audit, new Metrics()),
                Routes.of(store, TestReviews.shared()))) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(server.address() + "/v1/clients/100003/reviews"))
              .header("Authorization", "Bearer " + TestTokens.secret(Role.ANALYST))
              .header("Content-Type", "application/json")
              .header("Idempotency-Key", "form-4")
              .POST(BodyPublishers.ofString(BODY.replace("seen.", "seen twice.")))
              .build();
      HttpClient http = HttpClient.newHttpClient();
      assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(503);
      full.set(false);
      SampleSnapshot.of(SampleSnapshot.OTHER_ID).shifted(1.5f).publish(other);
      store.follow();
      HttpResponse<String> again = http.send(request, BodyHandlers.ofString());
      assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
      assertThat(again.body()).contains("\"snapshotId\":\"" + SampleSnapshot.ID);
    }
    assertThat(TestReviews.shared().of(100_003, 1_000))
        .filteredOn(recorded -> recorded.review().reason().equals("Income was seen twice."))
        .hasSize(1);
  }

  /** In the later snapshot another client has the place of 100003. */
  @Test
  void whatIsSentAgainIsAnsweredThoughTheClientIsGone(@TempDir Path other) {
    SampleSnapshot.of(SampleSnapshot.ID).publish(other);
    try (TestService moving = TestService.start(other)) {
      Answer first = keyed(moving, "100003", "form-5", BODY);
      assertThat(first.status()).as(first.body()).isEqualTo(201);
      SampleSnapshot.of(SampleSnapshot.OTHER_ID)
          .client(1, SampleClient.filler(100_004))
          .publish(other);
      moving.store().follow();
      assertThat(keyed(moving, "100003", "form-6", BODY).status()).isEqualTo(404);
      Answer again = keyed(moving, "100003", "form-5", BODY);
      assertThat(again.status()).as(again.body()).isEqualTo(201);
      assertThat(again.body()).isEqualTo(first.body());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "é", "a,b"})
  void aKeyThatIsNoneIsRefused(String key) {
    Answer answer = keyed(service, "200040", key, BODY);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail())
        .startsWith(
            "header Idempotency-Key must be given once, as 1 to 64 of A-Z, a-z, 0-9 and ._-, is ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"verdict\":\"MAYBE\",\"reason\":\"x\",\"snapshotId\":\"20261122T193200Z-5f0c9a\"} | field verdict must be one of UPHELD,"
            + " OVERRIDDEN, is 'MAYBE'",
        "{\"verdict\":1,\"reason\":\"x\",\"snapshotId\":\"20261122T193200Z-5f0c9a\"} | field verdict must be one of UPHELD, OVERRIDDEN, is"
            + " '1'",
        "{\"verdict\":\"UPHELD\",\"reason\":\"  \",\"snapshotId\":\"20261122T193200Z-5f0c9a\"} | field reason must be a text of 1 to 2000"
            + " printable characters, is '  '",
        "{\"verdict\":\"UPHELD\",\"reason\":null,\"snapshotId\":\"20261122T193200Z-5f0c9a\"} | field reason must be a text of 1 to 2000"
            + " printable characters, is 'null'",
        "{\"verdict\":\"UPHELD\",\"reason\":\"a\\u0000b\",\"snapshotId\":\"20261122T193200Z-5f0c9a\"} | field reason must be a text of 1 to"
            + " 2000 printable characters, is 'a?b'",
        "{\"verdict\":\"UPHELD\"} | the body lacks the field reason",
        "{\"verdict\":\"UPHELD\",\"reason\":\"x\"} | the body lacks the field snapshotId",
        "{\"verdict\":\"UPHELD\",\"reason\":\"x\",\"snapshotId\":\"../etc\"} | field snapshotId"
            + " must be the snapshotId of an answer, is '../etc'",
        "{\"verdict\":\"UPHELD\",\"reason\":\"x\",\"analyst\":\"me\"} | unknown field 'analyst' in"
            + " the body; allowed: reason, snapshotId, verdict"
      })
  void saysWhatAReviewNeeds(String body, String detail) {
    Answer answer = service.post("/v1/clients/100002/reviews", body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.detail()).isEqualTo(detail);
  }

  @Test
  void aReasonMayBeTwoThousandCharactersLong() {
    String longest = BODY.replace("Income was seen.", "\u00e9".repeat(2_000));
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

  private static String of(String snapshotId) {
    return BODY.replace(SampleSnapshot.ID, snapshotId);
  }

  private static AuditEntry last(TestService asked) {
    return asked.audited().get(asked.audited().size() - 1);
  }

  private static Answer keyed(TestService asked, String client, String key, String body) {
    return asked.send(
        asked
            .request("/v1/clients/" + client + "/reviews")
            .header("Authorization", "Bearer " + TestTokens.secret(Role.ANALYST))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body)));
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
