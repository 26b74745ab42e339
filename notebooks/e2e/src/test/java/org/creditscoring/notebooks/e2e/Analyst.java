package org.creditscoring.notebooks.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Somebody signed in to Zeppelin, by REST. */
final class Analyst {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final ObjectMapper JSON = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final URI zeppelin;

  private Analyst(URI zeppelin) {
    this.zeppelin = zeppelin;
  }

  static Analyst signIn(EmbeddedZeppelin zeppelin, String user)
      throws IOException, InterruptedException {
    Analyst analyst = new Analyst(zeppelin.address());
    String form =
        "userName="
            + user
            + "&password="
            + URLEncoder.encode(zeppelin.signIns().get(user), StandardCharsets.UTF_8);
    HttpResponse<String> answer =
        analyst.send(
            analyst
                .request("/api/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("sign-in: " + answer.statusCode() + " " + answer.body());
    }
    return analyst;
  }

  static Analyst nobody(EmbeddedZeppelin zeppelin) {
    return new Analyst(zeppelin.address());
  }

  JsonNode note(String id) throws IOException, InterruptedException {
    return JSON.readTree(send(request("/api/notebook/" + id)).body()).path("body");
  }

  /** Ids of all notes that may be read, in their order. */
  List<String> notes() throws IOException, InterruptedException {
    return JSON
        .readTree(send(request("/api/notebook")).body())
        .path("body")
        .findValuesAsText("id")
        .stream()
        .sorted()
        .toList();
  }

  /** The id of the note at this path. */
  String noteNamed(String path) throws IOException, InterruptedException {
    for (JsonNode note : JSON.readTree(send(request("/api/notebook")).body()).path("body")) {
      if (note.path("path").asText().equals(path)) {
        return note.path("id").asText();
      }
    }
    throw new IllegalStateException("no note " + path);
  }

  /**
   * The paragraph's result: {@code code} and {@code msg}. Where Zeppelin's race between a finished
   * paragraph and its status poller leaves the request waiting, the result is read from the note,
   * as the report view does.
   */
  JsonNode run(String note, String paragraph, Map<String, String> parameters)
      throws IOException, InterruptedException {
    String body = JSON.writeValueAsString(Map.of("params", parameters));
    HttpRequest.Builder request =
        request("/api/notebook/run/" + note + "/" + paragraph)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    try {
      return JSON.readTree(send(request).body()).path("body");
    } catch (HttpTimeoutException e) {
      for (JsonNode each : note(note).path("paragraphs")) {
        if (each.path("id").asText().equals(paragraph)) {
          return each.path("results");
        }
      }
      throw e;
    }
  }

  /**
   * Opens a note over Zeppelin's WebSocket, as its official interface would, sends one message
   * about it and gives the server time to act.
   *
   * @param data of the operation
   * @return 101 where the server opened the socket, else the status with which it refused
   */
  int bySocket(String note, String operation, Map<String, Object> data) throws Exception {
    JsonNode ticket = JSON.readTree(send(request("/api/security/ticket")).body()).path("body");
    URI socket = URI.create("ws://localhost:" + zeppelin.getPort() + "/ws");
    try {
      WebSocket open =
          http.newWebSocketBuilder()
              .header("Origin", zeppelin.toString())
              .buildAsync(socket, new WebSocket.Listener() {})
              .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      open.sendText(message(ticket, "GET_NOTE", Map.of("id", note)), true).join();
      TimeUnit.SECONDS.sleep(2);
      open.sendText(message(ticket, operation, data), true).join();
      TimeUnit.SECONDS.sleep(3);
      open.abort();
      return 101;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException) {
        return ((WebSocketHandshakeException) e.getCause()).getResponse().statusCode();
      }
      throw e;
    }
  }

  private static String message(JsonNode ticket, String operation, Map<String, Object> data)
      throws IOException {
    return JSON.writeValueAsString(
        Map.of(
            "op", operation,
            "data", data,
            "principal", ticket.path("principal").asText(),
            "ticket", ticket.path("ticket").asText(),
            "roles", ticket.path("roles").asText()));
  }

  int status(String method, String path, String body) throws IOException, InterruptedException {
    return send(request(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body)))
        .statusCode();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(zeppelin.resolve(path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
