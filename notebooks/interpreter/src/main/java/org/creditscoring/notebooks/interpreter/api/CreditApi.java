package org.creditscoring.notebooks.interpreter.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.creditscoring.notebooks.interpreter.api.ApiException.Reason;

/** Asks the REST service. Safe for concurrent use; a thread interrupt ends a question. */
public final class CreditApi {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI base;
  private final Token token;
  private final HttpClient http;
  private final String analyst;

  /** Answers of one moment by question; null where each is asked anew. */
  private final Map<String, CompletableFuture<JsonNode>> known;

  /**
   * @param base address of the service, such as {@code http://127.0.0.1:7070}
   */
  public CreditApi(URI base, Token token) {
    // HTTP/1.1: the upgrade header of HTTP/2 costs a round trip and a plain-text Jetty declines it.
    this(
        base,
        token,
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build(),
        "",
        null);
  }

  private CreditApi(
      URI base,
      Token token,
      HttpClient http,
      String analyst,
      Map<String, CompletableFuture<JsonNode>> known) {
    this.base = base;
    this.token = token;
    this.http = http;
    this.analyst = analyst;
    this.known = known;
  }

  /**
   * The same service asked on behalf of a person, whom its audit log then names.
   *
   * @param analyst as signed in to Zeppelin
   */
  public CreditApi onBehalfOf(String analyst) {
    return new CreditApi(base, token, http, analyst, known);
  }

  /**
   * The same service, which is asked each question once however many cards ask it: for the cards of
   * one page at one moment, and then thrown away.
   */
  public CreditApi forOneMoment() {
    return new CreditApi(base, token, http, analyst, new ConcurrentHashMap<>());
  }

  public URI base() {
    return base;
  }

  /**
   * @param path from the root, its variable parts encoded by {@link #encode}
   * @param query names and values, encoded here
   * @throws ApiException when there is no answer to show
   * @throws InterruptedException when the paragraph was cancelled meanwhile
   */
  public JsonNode get(String path, Map<String, String> query)
      throws ApiException, InterruptedException {
    if (known == null) {
      return answer(path, request(path, query).GET());
    }
    String key = analyst + " " + address(path, query);
    CompletableFuture<JsonNode> mine = new CompletableFuture<>();
    CompletableFuture<JsonNode> first = known.putIfAbsent(key, mine);
    if (first != null) {
      try {
        return first.get();
      } catch (ExecutionException e) {
        // Whoever asked first has his own reason; this card is told its own.
        return answer(path, request(path, query).GET());
      }
    }
    try {
      mine.complete(answer(path, request(path, query).GET()));
      return mine.join();
    } catch (Throwable e) {
      // Errors too: the other cards wait for this one without end.
      mine.completeExceptionally(e);
      throw e;
    }
  }

  /**
   * Asks several questions at once.
   *
   * @return the answers in the order of the paths
   * @throws ApiException of the first that has no answer
   * @throws InterruptedException when the paragraph was cancelled meanwhile
   */
  public List<JsonNode> getAll(List<String> paths, Map<String, String> query)
      throws ApiException, InterruptedException {
    List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
    try {
      for (String path : paths) {
        HttpRequest question = request(path, query).GET().build();
        sent.add(http.sendAsync(question, HttpResponse.BodyHandlers.ofString()));
      }
      List<JsonNode> answers = new ArrayList<>();
      for (int i = 0; i < sent.size(); i++) {
        answers.add(read(paths.get(i), sent.get(i).get()));
      }
      return answers;
    } catch (ExecutionException e) {
      throw new ApiException(Reason.DOWN, base.toString(), e.getCause());
    } finally {
      // After the first that has no answer, or a cancellation, nobody waits for the others.
      sent.forEach(question -> question.cancel(true));
    }
  }

  /**
   * Sends a JSON object.
   *
   * @param body plain JSON values
   * @throws ApiException when there is no answer to show; {@link Reason#NOT_ACCEPTED} where the
   *     body is at fault
   * @throws InterruptedException when the paragraph was cancelled meanwhile
   */
  public JsonNode post(String path, Map<String, String> query, Map<String, Object> body)
      throws ApiException, InterruptedException {
    return answer(path, posting(path, query, body));
  }

  /**
   * As {@link #post}, of what must not happen twice.
   *
   * @param key up to 64 of A-Z, a-z, 0-9 and ._-; what is sent again under it is done once
   * @throws ApiException as {@link #post}; {@link Reason#CHANGED} where what the body stands on is
   *     not so any more, {@link Reason#KEY_USED} where another body was sent under the key
   */
  public JsonNode postOnce(
      String path, Map<String, String> query, Map<String, Object> body, String key)
      throws ApiException, InterruptedException {
    return answer(path, posting(path, query, body).header("Idempotency-Key", key));
  }

  private HttpRequest.Builder posting(
      String path, Map<String, String> query, Map<String, Object> body) throws ApiException {
    HttpRequest.BodyPublisher json =
        HttpRequest.BodyPublishers.ofString(JSON.valueToTree(body).toString());
    return request(path, query).header("Content-Type", "application/json").POST(json);
  }

  private HttpRequest.Builder request(String path, Map<String, String> query) throws ApiException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address(path, query))
            .timeout(ANSWER_TIMEOUT)
            .header("Accept", "application/json");
    token.read().ifPresent(value -> request.header("Authorization", "Bearer " + value));
    if (!analyst.isEmpty()) {
      request.header("X-On-Behalf-Of", headerValue(analyst));
    }
    return request;
  }

  private JsonNode answer(String path, HttpRequest.Builder request)
      throws ApiException, InterruptedException {
    HttpResponse<String> response;
    try {
      response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new ApiException(Reason.DOWN, base.toString(), e);
    }
    return read(path, response);
  }

  private static JsonNode read(String path, HttpResponse<String> response) throws ApiException {
    if (response.statusCode() == 200 || response.statusCode() == 201) {
      return parse(path, response.body());
    }
    throw new ApiException(reasonOf(response.statusCode()), detail(response));
  }

  /** A header holds printable ASCII only: any other name is sent percent-encoded. */
  private static String headerValue(String name) {
    return name.matches("[\\x21-\\x24\\x26-\\x7e]+") ? name : encode(name);
  }

  /** One path segment or query value. */
  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private URI address(String path, Map<String, String> query) {
    StringJoiner pairs = new StringJoiner("&", "?", "").setEmptyValue("");
    query.forEach((name, value) -> pairs.add(encode(name) + "=" + encode(value)));
    String root = base.toString();
    return URI.create(
        (root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + path + pairs);
  }

  private static Reason reasonOf(int status) {
    switch (status) {
      case 401:
      case 403:
        return Reason.NOT_ALLOWED;
      case 404:
        return Reason.UNKNOWN;
      case 409:
        return Reason.CHANGED;
      case 400:
        return Reason.NOT_ACCEPTED;
      case 422:
        return Reason.KEY_USED;
      case 503:
        return Reason.NOT_READY;
      default:
        return Reason.UNEXPECTED;
    }
  }

  private static JsonNode parse(String path, String body) throws ApiException {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new ApiException(Reason.UNEXPECTED, path + ": the answer is not JSON", e);
    }
  }

  private static String detail(HttpResponse<String> response) {
    String status = "HTTP " + response.statusCode();
    try {
      String detail = JSON.readTree(response.body()).path("detail").asText("");
      return detail.isEmpty() ? status : status + ": " + detail;
    } catch (JsonProcessingException notAProblemDocument) {
      return status;
    }
  }
}
