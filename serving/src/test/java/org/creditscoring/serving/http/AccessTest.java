package org.creditscoring.serving.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.creditscoring.serving.auth.Access;
import org.creditscoring.serving.auth.BearerToken;
import org.creditscoring.serving.fixture.SampleSnapshot;
import org.creditscoring.serving.fixture.TestService;
import org.creditscoring.serving.fixture.TestService.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
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
  void withoutATokenSaysWhatToSend() {
    Answer answer = service.send(service.request("/v1/clients/100002"));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.json().path("detail").textValue())
        .isEqualTo("this needs the header 'Authorization: Bearer TOKEN'");
  }

  @Test
  void aWrongTokenIsRefused() {
    String right = TestService.TOKEN;
    for (String wrong :
        new String[] {
          "Bearer x" + right,
          "Bearer " + right + "x",
          "Bearer " + right.substring(1),
          "Bearer",
          "Bearer ",
          "Basic " + right,
          right
        }) {
      Answer answer = service.send(service.request("/v1/snapshot").header("Authorization", wrong));
      assertThat(answer.status()).as(wrong).isEqualTo(401);
      assertThat(answer.body()).doesNotContain(right);
    }
    Answer lowerCase =
        service.send(service.request("/v1/snapshot").header("Authorization", "bearer " + right));
    assertThat(lowerCase.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1", "/v1/", "/v1/nothing", "/v1/clients/abc", "/v1x"})
  void withoutATokenNothingIsSaidOfWhatExists(String path) {
    assertThat(service.send(service.request(path)).status()).isEqualTo(401);
  }

  /** However a path is spelled, it is either refused or leads to no client. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/%76%31/clients/100002",
        "/V1/clients/100002",
        "//v1/clients/100002",
        "/health/../v1/clients/100002",
        "/health/..%2fv1/clients/100002",
        "/docs;/v1/clients/100002",
        "/;x/v1/clients/100002",
        "/v1;x/clients/100002"
      })
  void noSpellingOfAPathGetsPastTheToken(String path) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", service.port())) {
      String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(response).matches("(?s)HTTP/1.1 4\\d\\d .*").doesNotContain("probability");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/health/live",
        "/health/ready",
        "/openapi.json",
        "/docs",
        "/assets/docs.js",
        "/assets/swagger-ui/swagger-ui.css",
        "/assets/swagger-ui/swagger-ui-bundle.js"
      })
  void healthAndDocumentationAreOpen(String path) {
    Answer answer = service.send(service.request(path));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Content-Security-Policy"))
        .contains("default-src 'none'")
        .doesNotContain("unsafe-eval")
        .doesNotContain("script-src 'self' 'unsafe-inline'");
  }

  @Test
  void withoutATokenOnlyOwnNamesAreServed() throws IOException {
    try (TestService open = TestService.start(snapshots, new Access.OpenOnLoopback())) {
      Answer own = open.send(open.request("/v1/clients/100002"));
      assertThat(own.status()).isEqualTo(200);
      try (Socket socket = new Socket("127.0.0.1", open.port())) {
        String request =
            "GET /v1/clients/100002 HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        String response =
            new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(response)
            .startsWith("HTTP/1.1 421")
            .contains("answers to localhost only, not to 'evil.example'");
      }
    }
  }

  @Test
  void withoutATokenNoOtherAddressIsTaken() {
    assertThatThrownBy(() -> new ServerSettings("0.0.0.0", 0, 8, new Access.OpenOnLoopback()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("host 0.0.0.0 needs a token");
    Access token = new Access.WithToken(BearerToken.of(TestService.TOKEN));
    assertThatCode(() -> new ServerSettings("0.0.0.0", 0, 8, token)).doesNotThrowAnyException();
    assertThatCode(() -> new ServerSettings("localhost", 0, 8, new Access.OpenOnLoopback()))
        .doesNotThrowAnyException();
  }
}
