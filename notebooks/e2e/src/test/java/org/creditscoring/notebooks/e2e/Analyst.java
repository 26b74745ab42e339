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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

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
