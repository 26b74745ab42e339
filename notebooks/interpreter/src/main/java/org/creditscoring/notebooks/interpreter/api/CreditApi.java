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

  /**
   * @param base address of the service, such as {@code http://127.0.0.1:7070}
   */
  public CreditApi(URI base, Token token) {
    this.base = base;
    this.token = token;
    // HTTP/1.1: the upgrade header of HTTP/2 costs a round trip and a plain-text Jetty declines it.
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
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
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address(path, query))
            .timeout(ANSWER_TIMEOUT)
            .header("Accept", "application/json");
    token.read().ifPresent(value -> request.header("Authorization", "Bearer " + value));
    HttpResponse<String> response;
    try {
      response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new ApiException(Reason.DOWN, base.toString(), e);
    }
    if (response.statusCode() == 200) {
      return parse(path, response.body());
    }
    throw new ApiException(reasonOf(response.statusCode()), detail(response));
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
