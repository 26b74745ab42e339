package org.creditscoring.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.creditscoring.serving.audit.Audit;
import org.creditscoring.serving.audit.AuditEntry;
import org.creditscoring.serving.audit.AuditException;
import org.creditscoring.serving.auth.Role;
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
