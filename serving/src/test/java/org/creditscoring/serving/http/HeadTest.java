package org.creditscoring.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.creditscoring.serving.fixture.SampleSnapshot;
import org.creditscoring.serving.fixture.TestService;
import org.creditscoring.serving.fixture.TestService.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HEAD says what GET would have said, all but the body (RFC 9110, 9.3.2). */
class HeadTest {
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

  @ParameterizedTest
  @CsvSource({
    "/v1/clients, 200, application/json",
    "/v1/clients/100002, 200, application/json",
    "/v1/clients/100002/explanation?lang=fr, 200, application/json",
    "/v1/snapshot, 200, application/json",
    "/health/live, 200, application/json",
    "/health/ready, 200, application/json",
    "/openapi.json, 200, application/json",
    "/docs, 200, text/html",
    "/assets/docs.js, 200, text/javascript",
    "/assets/echarts.min.js, 200, text/javascript",
    "/assets/swagger-ui/swagger-ui-bundle.js, 200, text/javascript",
    "/v1/clients/999999999, 404, application/problem+json",
    "/v1/features/AGE, 404, application/problem+json",
    "/nothing, 404, application/problem+json",
    "/v1/clients/abc, 400, application/problem+json",
    "/v1/snapshot?nonsense=1, 400, application/problem+json"
  })
  void hasTheStatusAndTheHeadersOfGet(String path, int status, String type) {
    requireHead(service, path, status, type);
  }

  @Test
  void withoutATokenItIsRefused() {
    Answer head = service.send(head(service, "/v1/clients/100002"));
    assertThat(head.status()).isEqualTo(401);
    assertThat(head.header("WWW-Authenticate")).startsWith("Bearer");
  }

  @Test
  void saysThatTheServiceIsNotReady(@TempDir Path others) throws IOException {
    Path damaged = SampleSnapshot.standard().publish(others);
    try (TestService unready = TestService.start(others)) {
      requireHead(unready, "/health/ready", 200, "application/json");
      Path card = damaged.resolve("model/model.json");
      Files.writeString(card, Files.readString(card).replace("0.76", "0.77"));
      unready.store().verify();
      requireHead(unready, "/health/ready", 503, "application/problem+json");
      requireHead(unready, "/v1/clients/100002", 503, "application/problem+json");
      requireHead(unready, "/health/live", 200, "application/json");
    }
  }

  private static void requireHead(TestService service, String path, int status, String type) {
    Answer get = service.get(path);
    Answer head =
        service.send(head(service, path).header("Authorization", "Bearer " + TestService.TOKEN));
    assertThat(head.status()).isEqualTo(get.status()).isEqualTo(status);
    assertThat(head.body()).isEmpty();
    assertThat(head.header("Content-Type")).startsWith(type);
    assertThat(head.header("Content-Length"))
        .isEqualTo(Integer.toString(get.bytes()))
        .isNotEqualTo("0");
    assertThat(headers(head)).isEqualTo(headers(get));
  }

  private static HttpRequest.Builder head(TestService service, String path) {
    return service.request(path).method("HEAD", BodyPublishers.noBody());
  }

  /** All but the time of the answer and the name of the request. */
  private static Map<String, List<String>> headers(Answer answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.response().headers().map());
    headers.remove("date");
    headers.remove("x-request-id");
    return headers;
  }
}
