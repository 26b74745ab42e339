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
import java.util.Map;
import java.util.StringJoiner;
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
        "");
  }

  private CreditApi(URI base, Token token, HttpClient http, String analyst) {
    this.base = base;
    this.token = token;
    this.http = http;
    this.analyst = analyst;
  }

  /**
   * The same service asked on behalf of a person, whom its audit log then names.
   *
   * @param analyst as signed in to Zeppelin
   */
  public CreditApi onBehalfOf(String analyst) {
    return new CreditApi(base, token, http, analyst);
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
    return answer(path, request(path, query).GET());
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
    HttpRequest.BodyPublisher json =
        HttpRequest.BodyPublishers.ofString(JSON.valueToTree(body).toString());
    return answer(path, request(path, query).header("Content-Type", "application/json").POST(json));
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
      case 400:
      case 422:
        return Reason.NOT_ACCEPTED;
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
