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
    try (ApiServer server = start(64, Duration.ofSeconds(1));
        Socket socket = new Socket("127.0.0.1", server.port())) {
      say(socket, half);
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!answer.isEmpty()) {
        assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json");
      }
    }
  }

  /** It holds a thread, however long connections are kept. */
  @Test
  @Timeout(60)
  void isGivenUpInTheMiddleOfARequest() throws IOException {
    try (ApiServer server = start(64, Duration.ofHours(1));
        Socket socket = new Socket("127.0.0.1", server.port())) {
      say(
          socket,
          "POST /v1/reads HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Content-Length: 100\r\n\r\n{\"a\":");
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 4");
    }
  }

  /** Else a proxy would send its next request into a connection that is being closed. */
  @Test
  @Timeout(60)
  void isKeptBetweenRequestsForLongerThanARequestMayStall() throws Exception {
    String request = "GET /nothing HTTP/1.1\r\nHost: localhost\r\n\r\n";
    try (ApiServer server = start(64, Duration.ofHours(1));
        Socket socket = new Socket("127.0.0.1", server.port())) {
      for (int i = 0; i < 2; i++) {
        say(socket, request);
        assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8))
            .isEqualTo("HTTP/1.1 404");
        Thread.sleep(3_000);
        socket.getInputStream().skipNBytes(socket.getInputStream().available());
      }
    }
  }

  private static void say(Socket socket, String words) throws IOException {
    socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  @Timeout(60)
  void leavesRoomForOthers() throws IOException {
    List<Socket> silent = new ArrayList<>();
    try (ApiServer server = start(8, Duration.ofSeconds(1))) {
      for (int i = 0; i < 20; i++) {
        silent.add(new Socket("127.0.0.1", server.port()));
      }
      try (Socket speaking = new Socket("127.0.0.1", server.port())) {
        say(speaking, "GET /nothing HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(new String(speaking.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
            .startsWith("HTTP/1.1 404");
      }
    } finally {
      for (Socket socket : silent) {
        socket.close();
      }
    }
  }

  private static ApiServer start(int connections, Duration keepAlive) {
    ServerSettings settings =
        new ServerSettings(
            "127.0.0.1",
            0,
            new Access.OpenOnLoopback(),
            new Limits(8, connections, 1_000, Duration.ofSeconds(1), keepAlive),
            Optional.empty(),
            Set.of());
    return ApiServer.start(settings, new Observers(entry -> {}, new Metrics()), List.of(READS));
  }
}
