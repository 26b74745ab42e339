package org.creditscoring.notebooks.interpreter.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.creditscoring.notebooks.interpreter.api.ApiException.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditApiTest {
  private HttpServer server;
  private CreditApi api;
  private volatile int status = 200;
  private volatile String body = "{}";
  private volatile String asked = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked = exchange.getRequestURI().toString();
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    api =
        new CreditApi(
            URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"), Token.none());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @ParameterizedTest
  @CsvSource({
    "401, NOT_ALLOWED",
    "403, NOT_ALLOWED",
    "404, UNKNOWN",
    "409, CHANGED",
    "503, NOT_READY",
    "400, NOT_ACCEPTED",
    "422, KEY_USED",
    "500, UNEXPECTED"
  })
  void eachStatusHasItsReason(int answered, Reason reason) {
    status = answered;
    body = "{\"detail\":\"because\"}";

    ApiException problem = problem("/v1/x");

    assertThat(problem.reason()).isEqualTo(reason);
    assertThat(problem).hasMessage("HTTP " + answered + ": because");
  }

  @Test
  void aProxysErrorPageIsNotShown() {
    status = 502;
    body = "<html>bad gateway</html>";

    assertThat(problem("/v1/x")).hasMessage("HTTP 502");
  }

  @Test
  void anAnswerThatIsNoJsonIsUnexpected() {
    body = "<html>";

    assertThat(problem("/v1/x").reason()).isEqualTo(Reason.UNEXPECTED);
  }

  @Test
  void queriesAreEncoded() throws Exception {
    api.get("/v1/features/" + CreditApi.encode("A/B ?"), Map.of("prefix", "1&lang=x é"));

    assertThat(asked).isEqualTo("/v1/features/A%2FB%20%3F?prefix=1%26lang%3Dx%20%C3%A9");
  }

  /** Its query can be read once only: for the key of the question, not for the question. */
  @Test
  @Timeout(30)
  void whoeverAsksAfterAnErrorDoesNotWaitForIt() throws Exception {
    Map<String, String> failing =
        new AbstractMap<>() {
          private int calls;

          @Override
          public Set<Map.Entry<String, String>> entrySet() {
            calls++;
            if (calls > 1) {
              throw new StackOverflowError();
            }
            return Set.of();
          }
        };
    CreditApi moment = api.forOneMoment();

    assertThatThrownBy(() -> moment.get("/v1/x", failing)).isInstanceOf(StackOverflowError.class);

    assertThat(moment.get("/v1/x", Map.of()).toString()).isEqualTo("{}");
  }

  private ApiException problem(String path) {
    return catchThrowableOfType(ApiException.class, () -> api.get(path, Map.of()));
  }
}
