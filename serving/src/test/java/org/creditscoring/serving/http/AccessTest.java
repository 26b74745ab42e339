package org.creditscoring.serving.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.creditscoring.serving.auth.Access;
import org.creditscoring.serving.auth.Role;
import org.creditscoring.serving.auth.Token;
import org.creditscoring.serving.auth.Tokens;
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
        "/assets/echarts.min.js",
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
  void anExpiredTokenIsRefusedAndNamed() throws IOException {
    Instant past = Instant.parse("2026-01-01T00:00:00Z");
    Token old = TestTokens.token("old", Role.READER, "an-old-secret", Optional.of(past));
    try (TestService one = TestService.start(snapshots, with(old))) {
      Answer answer = one.send(bearer(one.request("/v1/snapshot"), "an-old-secret"));
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.detail())
          .isEqualTo("the token old expired at 2026-01-01T00:00:00Z; ask for another");
    }
  }

  @Test
  void aTokenHasItsShareOfEachSecond() throws IOException {
    Limits two = new Limits(8, 64, 2, Duration.ofSeconds(30));
    ServerSettings settings =
        new ServerSettings(
            "127.0.0.1",
            0,
            new Access.WithTokens(TestTokens::all),
            two,
            Optional.empty(),
            Set.of());
    try (TestService limited = TestService.start(snapshots, settings)) {
      List<Answer> answers = Stream.generate(() -> limited.get("/v1/snapshot")).limit(20).toList();
      assertThat(answers.get(0).status()).isEqualTo(200);
      Answer refused =
          answers.stream().filter(answer -> answer.status() != 200).findFirst().orElseThrow();
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.detail()).isEqualTo("token admin may ask 2 times a second");
      assertThat(refused.header("Retry-After")).isEqualTo("1");
      Answer other =
          limited.send(bearer(limited.request("/v1/snapshot"), TestTokens.secret(Role.READER)));
      assertThat(other.status()).as("another token's share").isEqualTo(200);
    }
  }

  @Test
  void onlyANotebooksTokenMayNameAnAnalyst() {
    for (Role role : Role.values()) {
      Answer answer =
          service.send(
              bearer(service.request("/v1/snapshot"), TestTokens.secret(role))
                  .header("X-On-Behalf-Of", "anna"));
      if (role == Role.NOTEBOOK) {
        assertThat(answer.status()).isEqualTo(200);
      } else {
        assertThat(answer.status()).as(role.word()).isEqualTo(403);
        assertThat(answer.detail())
            .isEqualTo(
                "only a token of role notebook may send X-On-Behalf-Of; %s is of role %s"
                    .formatted(role.word(), role.word()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "-anna", "anna;admin", "<anna>", "%3Canna%3E", "anna%", "anna%0A"})
  void aNameThatIsNoneIsRefused(String name) {
    Answer answer =
        service.send(
            bearer(service.request("/v1/snapshot"), TestTokens.secret(Role.NOTEBOOK))
                .header("X-On-Behalf-Of", name));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail())
        .isEqualTo(
            "X-On-Behalf-Of must be 1 to 64 letters, digits, spaces and ._@+'\\-, percent-encoded as UTF-8 where they are not ASCII");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Marie%20Dupont", "h%C3%A9l%C3%A8ne", "O'Neil", "BANK\\anna", "a+b@x.fr"})
  void aPersonsNameMayHaveSpacesAndAccents(String header) {
    Answer answer =
        service.send(
            bearer(service.request("/v1/snapshot"), TestTokens.secret(Role.NOTEBOOK))
                .header("X-On-Behalf-Of", header));
    assertThat(answer.status()).as(answer.detail()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ANALYST | reader | this needs a token of role analyst; reader is of role reader",
        "ANALYST | notebook | a token of role notebook must name the analyst here, in the header"
            + " X-On-Behalf-Of",
        "ANALYST | analyst |",
        "ANALYST | admin |",
        "ADMIN | reader | this needs a token of role admin; reader is of role reader",
        "ADMIN | notebook | this needs a token of role admin; notebook is of role notebook",
        "ADMIN | analyst | this needs a token of role admin; analyst is of role analyst",
        "ADMIN | admin |"
      })
  void aRouteSaysWhichRoleItNeeds(Role needed, String role, String refusal) throws IOException {
    Route route =
        Route.get("/v1/guarded", request -> Map.of("person", request.caller().person()))
            .needing(needed);
    ServerSettings settings =
        ServerSettings.of("127.0.0.1", 0, new Access.WithTokens(TestTokens::all));
    try (TestService guarded = TestService.start(snapshots, settings, List.of(route))) {
      Answer answer =
          guarded.send(
              bearer(
                  guarded.request("/v1/guarded"), TestTokens.secret(Role.of(role).orElseThrow())));
      if (refusal == null) {
        assertThat(answer.body()).isEqualTo("{\"person\":\"" + role + "\"}");
      } else {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.detail()).isEqualTo(refusal);
      }
    }
  }

  @Test
  void onlyAnAdminSeesTheTokensAndNobodyTheirSecrets() {
    Answer reader =
        service.send(bearer(service.request("/v1/tokens"), TestTokens.secret(Role.READER)));
    assertThat(reader.status()).isEqualTo(403);
    assertThat(reader.detail())
        .isEqualTo("this needs a token of role admin; reader is of role reader");
    Answer admin = service.get("/v1/tokens");
    assertThat(admin.json().path("tokens").path(0).toString())
        .isEqualTo(
            "{\"name\":\"reader\",\"role\":\"reader\","
                + "\"created\":\"1970-01-01T00:00:00Z\",\"expires\":null}");
    assertThat(admin.body())
        .doesNotContain(
            TestTokens.token("x", Role.READER, TestTokens.secret(Role.READER), Optional.empty())
                .sha256());
  }

  @Test
  void aRequestKeepsItsNameOrIsGivenOne() {
    assertThat(service.get("/health/live", "X-Request-Id", "my.Request-1").header("X-Request-Id"))
        .isEqualTo("my.Request-1");
    String given = service.get("/health/live").header("X-Request-Id");
    assertThat(given).matches("[0-9a-f]{8}-[0-9a-f]+");
    assertThat(service.get("/health/live").header("X-Request-Id")).isNotEqualTo(given);
    assertThat(service.get("/health/live", "X-Request-Id", "a b<c>").header("X-Request-Id"))
        .matches("[0-9a-f]{8}-[0-9a-f]+");
  }

  private static HttpRequest.Builder bearer(HttpRequest.Builder request, String secret) {
    return request.header("Authorization", "Bearer " + secret);
  }

  private static ServerSettings with(Token token) {
    return ServerSettings.of("127.0.0.1", 0, new Access.WithTokens(() -> Tokens.of(token)));
  }

  @Test
  void withoutATokenOnlyOwnNamesAreServed() throws IOException {
    try (TestService open =
        TestService.start(
            snapshots, ServerSettings.of("127.0.0.1", 0, new Access.OpenOnLoopback()))) {
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
    assertThatThrownBy(() -> ServerSettings.of("0.0.0.0", 0, new Access.OpenOnLoopback()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("host 0.0.0.0 needs a token");
    Access token = new Access.WithTokens(TestTokens::all);
    assertThatCode(() -> ServerSettings.of("0.0.0.0", 0, token)).doesNotThrowAnyException();
    assertThatCode(() -> ServerSettings.of("localhost", 0, new Access.OpenOnLoopback()))
        .doesNotThrowAnyException();
  }
}
