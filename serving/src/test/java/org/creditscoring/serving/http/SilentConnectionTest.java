package org.creditscoring.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.creditscoring.serving.auth.Access;
import org.creditscoring.serving.metrics.Metrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever connects and says nothing, or half of something, holds nothing for long. */
class SilentConnectionTest {
  private static final Route READS =
      Route.post(
          "/v1/reads", request -> Map.of("fields", request.body("a").clientIds("a", 9).length));

  @ParameterizedTest
  @Timeout(60)
  @ValueSource(
      strings = {
        "",
        "GET /v1/cl",
        "GET /v1/reads HTTP/1.1\r\nHost: localhost\r\nX: ",
        "POST /v1/reads HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"a\":"
      })
  void isClosed(String half) throws IOException {
    try (ApiServer server = start(64);
        Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!answer.isEmpty()) {
        assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json");
      }
    }
  }

  @Test
  @Timeout(60)
  void leavesRoomForOthers() throws IOException {
    List<Socket> silent = new ArrayList<>();
    try (ApiServer server = start(8)) {
      for (int i = 0; i < 20; i++) {
        silent.add(new Socket("127.0.0.1", server.port()));
      }
      try (Socket speaking = new Socket("127.0.0.1", server.port())) {
        speaking
            .getOutputStream()
            .write(
                "GET /nothing HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(speaking.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
            .startsWith("HTTP/1.1 404");
      }
    } finally {
      for (Socket socket : silent) {
        socket.close();
      }
    }
  }

  private static ApiServer start(int connections) {
    ServerSettings settings =
        new ServerSettings(
            "127.0.0.1",
            0,
            new Access.OpenOnLoopback(),
            new Limits(8, connections, 1_000, Duration.ofSeconds(1)),
            Optional.empty(),
            Set.of());
    return ApiServer.start(settings, new Observers(entry -> {}, new Metrics()), List.of(READS));
  }
}
