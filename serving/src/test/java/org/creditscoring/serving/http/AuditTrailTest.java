package org.creditscoring.serving.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.creditscoring.serving.audit.Audit;
import org.creditscoring.serving.audit.AuditEntry;
import org.creditscoring.serving.audit.AuditException;
import org.creditscoring.serving.auth.Access;
import org.creditscoring.serving.auth.Role;
import org.creditscoring.serving.auth.Token;
import org.creditscoring.serving.auth.Tokens;
import org.creditscoring.serving.fixture.SampleSnapshot;
import org.creditscoring.serving.fixture.TestService;
import org.creditscoring.serving.fixture.TestService.Answer;
import org.creditscoring.serving.fixture.TestTokens;
import org.creditscoring.serving.metrics.Metrics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTrailTest {
  @TempDir Path snapshots;
  private TestService service;

  @BeforeEach
  void start() {
    SampleSnapshot.standard().publish(snapshots);
    service = TestService.start(snapshots);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private AuditEntry last() {
    List<AuditEntry> audited = service.audited();
    return audited.get(audited.size() - 1);
  }

  @Test
  void namesThePersonBehindTheDashboard() {
    HttpRequest.Builder request =
        service
            .request("/v1/clients/100002/explanation?top=2")
            .header("Authorization", "Bearer " + TestTokens.secret(Role.NOTEBOOK))
            .header("X-On-Behalf-Of", "anna");
    Answer answer = service.send(request);
    assertThat(last().who().token()).isEqualTo("notebook");
    assertThat(last().who().role()).isEqualTo("notebook");
    assertThat(last().who().analyst()).isEqualTo("anna");
    assertThat(last().who().address()).isEqualTo("127.0.0.1");
    assertThat(last().what().method()).isEqualTo("GET");
    assertThat(last().what().route()).isEqualTo("/v1/clients/{id}/explanation");
    assertThat(last().what().path()).isEqualTo("/v1/clients/100002/explanation");
    assertThat(last().what().query()).isEqualTo("top=2");
    assertThat(last().what().clients()).containsExactly(100_002);
    assertThat(last().status()).isEqualTo(200);
    assertThat(last().snapshot()).isEqualTo(SampleSnapshot.ID);
    assertThat(last().request()).isEqualTo(answer.header("X-Request-Id"));
  }

  @Test
  void namesEveryClientOfABulkLookUp() {
    service.post("/v1/clients/lookup", "{\"ids\":[100002,1,100003]}");
    assertThat(last().what().clients()).containsExactlyInAnyOrder(100_002, 1, 100_003);
  }

  @Test
  void namesTheClientOfADistribution() {
    service.get("/v1/features/AGE_YEARS/distribution?client=100003");
    assertThat(last().what().clients()).containsExactly(100_003);
  }

  @Test
  void recordsWhatWasRefused() {
    service.send(service.request("/v1/clients/100002"));
    assertThat(last().status()).isEqualTo(401);
    assertThat(last().who().token()).isEmpty();
    assertThat(last().what().path()).isEqualTo("/v1/clients/100002");
    service.get("/v1/clients/7");
    assertThat(last().status()).isEqualTo(404);
    assertThat(last().what().clients()).containsExactly(7);
    service.get("/v1/clients/abc");
    assertThat(last().status()).isEqualTo(400);
    service.get("/v1/nothing");
    assertThat(last().status()).isEqualTo(404);
    assertThat(last().what().route()).isEmpty();
  }

  /** A known token that is refused is named, so that its owner can be asked. */
  @Test
  void namesTheTokenThatWasRefused() throws IOException {
    service.send(
        service
            .request("/v1/snapshot")
            .header("Authorization", "Bearer " + TestTokens.secret(Role.READER))
            .header("X-On-Behalf-Of", "anna"));
    assertThat(last().status()).isEqualTo(403);
    assertThat(last().who().token()).isEqualTo("reader");
    assertThat(last().who().role()).isEqualTo("reader");
    assertThat(last().who().analyst()).as("only claimed").isEmpty();
    service.send(
        service
            .request("/v1/snapshot")
            .header("Authorization", "Bearer " + TestTokens.secret(Role.NOTEBOOK))
            .header("X-On-Behalf-Of", "<anna>"));
    assertThat(last().status()).isEqualTo(400);
    assertThat(last().who().token()).isEqualTo("notebook");
    Token old =
        TestTokens.token(
            "old", Role.NOTEBOOK, "old-secret", Optional.of(Instant.parse("2026-01-01T00:00:00Z")));
    ServerSettings settings =
        ServerSettings.of("127.0.0.1", 0, new Access.WithTokens(() -> Tokens.of(old)));
    try (TestService one = TestService.start(snapshots, settings)) {
      one.send(
          one.request("/v1/snapshot")
              .header("Authorization", "Bearer old-secret")
              .header("X-On-Behalf-Of", "anna"));
      assertThat(one.audited()).hasSize(1);
      assertThat(one.audited().get(0).status()).isEqualTo(401);
      assertThat(one.audited().get(0).who())
          .isEqualTo(new AuditEntry.Who("old", "notebook", "", "127.0.0.1"));
    }
  }

  @Test
  void aFloodOfRefusalsIsCountedAndSharesALine() {
    for (int i = 0; i < 100; i++) {
      assertThat(service.send(service.request("/v1/clients/100002")).status()).isEqualTo(401);
    }
    assertThat(service.audited()).hasSize(60);
    assertThat(service.get("/v1/clients/100003").status()).isEqualTo(200);
    assertThat(service.audited()).as("who is let in is on record").hasSize(61);
    assertThat(last().what().clients()).containsExactly(100_003);
    assertThat(service.get("/metrics").body()).contains("credit_audit_summarised_total 40.0\n");
    service.close();
    assertThat(service.audited()).hasSize(62);
    assertThat(last().more()).isEqualTo(40);
    assertThat(last().who().address()).isEqualTo("127.0.0.1");
  }

  /** Of a token that may not act for others and of nobody, at one address: each has its lines. */
  private static void flood(URI api) throws IOException, InterruptedException {
    HttpClient http = HttpClient.newHttpClient();
    for (int i = 0; i < 61; i++) {
      HttpRequest.Builder request = HttpRequest.newBuilder(api.resolve("/v1/snapshot"));
      http.send(request.copy().build(), BodyHandlers.discarding());
      request
          .header("Authorization", "Bearer " + TestTokens.secret(Role.READER))
          .header("X-On-Behalf-Of", "anna");
      http.send(request.build(), BodyHandlers.discarding());
    }
  }

  @Test
  void aKnownTokenAndStrangersAtItsAddressAreToldApart() throws Exception {
    flood(URI.create("http://127.0.0.1:" + service.port()));
    assertThat(service.audited()).hasSize(120);
    service.close();
    assertThat(service.audited().subList(120, 122))
        .extracting(AuditEntry::who, AuditEntry::more)
        .containsExactlyInAnyOrder(
            tuple(new AuditEntry.Who("reader", "", "", ""), 1),
            tuple(new AuditEntry.Who("", "", "", "127.0.0.1"), 1));
  }

  @Test
  void afterOneSharedLineThatCannotBeWrittenTheOthersAreNotTried() throws Exception {
    AtomicInteger tried = new AtomicInteger();
    Audit full =
        entry -> {
          if (entry.more() > 0) {
            tried.incrementAndGet();
            throw new AuditException("the audit log cannot be written", null);
          }
        };
    Route none = Route.get("/v1/snapshot", request -> Map.of());
    try (ApiServer server =
        ApiServer.start(
            TestService.settings(), new Observers(full, new Metrics()), List.of(none))) {
      flood(URI.create("http://127.0.0.1:" + server.port()));
    }
    assertThat(tried).hasValue(1);
  }

  /** A token's share of a second, too, may be overdrawn without end. */
  @Test
  void soIsAFloodOfOneToken() throws IOException {
    Limits few = new Limits(8, 64, 1, Duration.ofSeconds(30));
    ServerSettings settings =
        new ServerSettings(
            "127.0.0.1",
            0,
            new Access.WithTokens(TestTokens::all),
            few,
            Optional.empty(),
            Set.of());
    try (TestService limited = TestService.start(snapshots, settings)) {
      int refused = 0;
      for (int i = 0; i < 200; i++) {
        refused += limited.get("/v1/snapshot").status() == 429 ? 1 : 0;
      }
      assertThat(refused).isGreaterThan(100);
      assertThat(limited.audited()).hasSize(200 - refused + 60);
    }
  }

  @Test
  void recordsAnAnswerThatEndedInAnError() throws IOException {
    Route dies =
        Route.get(
            "/v1/dies",
            request -> {
              throw new StackOverflowError();
            });
    try (TestService one = TestService.start(snapshots, TestService.settings(), List.of(dies))) {
      one.get("/v1/dies");
      assertThat(one.audited()).hasSize(1);
      assertThat(one.audited().get(0).status()).isEqualTo(500);
    }
  }

  @Test
  void leavesOutWhatIsAboutNobody() {
    service.get("/health/live");
    service.get("/health/ready");
    service.get("/docs");
    service.get("/openapi.json");
    service.get("/metrics");
    assertThat(service.audited()).isEmpty();
  }

  @Test
  void nothingIsAnsweredThatWouldBeOnNoRecord() throws Exception {
    Audit full =
        entry -> {
          throw new AuditException("the audit log cannot be written", new IOException("disk full"));
        };
    Route secret = Route.get("/v1/secret", request -> Map.of("probability", 0.5));
    try (ApiServer server =
        ApiServer.start(
            TestService.settings(), new Observers(full, new Metrics()), List.of(secret))) {
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(server.address() + "/v1/secret"))
                      .header("Authorization", "Bearer " + TestService.TOKEN)
                      .build(),
                  BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body())
          .contains("the audit log cannot be written, and nothing is answered without it")
          .doesNotContain("probability")
          .doesNotContain("disk full");
    }
  }
}
