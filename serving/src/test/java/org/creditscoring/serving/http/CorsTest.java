package org.creditscoring.serving.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.creditscoring.serving.auth.Access;
import org.creditscoring.serving.fixture.SampleSnapshot;
import org.creditscoring.serving.fixture.TestService;
import org.creditscoring.serving.fixture.TestTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorsTest {
  private static final String PAGE = "https://analysts.example";

  @TempDir static Path snapshots;
  private static TestService open;
  private static TestService closed;

  @BeforeAll
  static void start() {
    SampleSnapshot.standard().publish(snapshots);
    open = TestService.start(snapshots, settings(Set.of(PAGE)));
    closed = TestService.start(snapshots, settings(Set.of()));
  }

  @AfterAll
  static void stop() {
    open.close();
    closed.close();
  }

  private static ServerSettings settings(Set<String> origins) {
    return new ServerSettings(
        "127.0.0.1",
        0,
        new Access.WithTokens(TestTokens::all),
        Limits.USUAL,
        Optional.empty(),
        origins);
  }

  @Test
  void unlessSetNoPageMayRead() throws IOException {
    assertThat(preflight(closed, PAGE))
        .startsWith("HTTP/1.1 401")
        .doesNotContainIgnoringCase("Access-Control");
    assertThat(get(closed, PAGE)).startsWith("HTTP/1.1 200").doesNotContainIgnoringCase("Access-");
  }

  @Test
  void aNamedPageMayAskAndRead() throws IOException {
    assertThat(preflight(open, PAGE))
        .startsWith("HTTP/1.1 204")
        .contains("Access-Control-Allow-Origin: " + PAGE + "\r\n")
        .contains("Access-Control-Allow-Methods: GET, HEAD, POST\r\n")
        .contains(
            "Access-Control-Allow-Headers: Authorization, Content-Type, Idempotency-Key,"
                + " X-Request-Id, X-On-Behalf-Of\r\n");
    assertThat(get(open, PAGE))
        .startsWith("HTTP/1.1 200")
        .contains("Access-Control-Allow-Origin: " + PAGE + "\r\n")
        .contains("Vary: Accept-Language, Origin\r\n")
        .contains(SampleSnapshot.ID);
  }

  @Test
  void anotherPageMayNot() throws IOException {
    String other = "https://analysts.example.evil.example";
    assertThat(preflight(open, other))
        .startsWith("HTTP/1.1 401")
        .doesNotContainIgnoringCase("Access-Control");
    assertThat(get(open, other)).doesNotContainIgnoringCase("Access-Control");
  }

  @Test
  void everySiteAtOnceCannotBeNamed() {
    assertThatThrownBy(() -> settings(Set.of("*")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("corsOrigins holds '*'");
  }

  private static String preflight(TestService service, String origin) throws IOException {
    return raw(
        service,
        "OPTIONS /v1/snapshot HTTP/1.1\r\nOrigin: "
            + origin
            + "\r\nAccess-Control-Request-Method: GET\r\n");
  }

  private static String get(TestService service, String origin) throws IOException {
    return raw(
        service,
        "GET /v1/snapshot HTTP/1.1\r\nOrigin: "
            + origin
            + "\r\nAuthorization: Bearer "
            + TestService.TOKEN
            + "\r\n");
  }

  /** No client of the JDK may set these headers. */
  private static String raw(TestService service, String head) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", service.port());
        InputStream in = socket.getInputStream()) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write(
              (head + "Host: localhost\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
