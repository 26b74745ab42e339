package org.creditscoring.serving.load;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Asks a service with a token over kept connections. Not by {@code java.net.http}, which sometimes
 * takes the answer on a kept connection for noise, closes it, and asks again or gives up
 * (JDK-8338569, JDK-8357639).
 *
 * @param request the id that requests go by in the record, or null to have the service give one
 */
record Asking(String address, String token, String request) {
  private static final String REQUEST_ID = "X-Request-Id";
  private static final int LONGEST_MILLIS = (int) Duration.ofSeconds(30).toMillis();

  static {
    System.setProperty("http.maxConnections", "64");
    // A second request in place of one that failed would hide the failure.
    System.setProperty("sun.net.http.retryPost", "false");
  }

  /**
   * @param request the id that the request goes by in the record
   */
  record Answer(int status, String request, String body) {}

  static Asking of(String address, String token) {
    return new Asking(address, token, null);
  }

  Asking named(String id) {
    return new Asking(address, token, id);
  }

  Answer get(String path) throws IOException {
    return answer(open(path));
  }

  Answer post(String path, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    HttpURLConnection connection = open(path);
    connection.setRequestMethod("POST");
    connection.setRequestProperty("Content-Type", "application/json");
    connection.setDoOutput(true);
    connection.setFixedLengthStreamingMode(body.length);
    connection.getOutputStream().write(body);
    return answer(connection);
  }

  private HttpURLConnection open(String path) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) URI.create(address + path).toURL().openConnection();
    connection.setConnectTimeout(LONGEST_MILLIS);
    connection.setReadTimeout(LONGEST_MILLIS);
    connection.setRequestProperty("Authorization", "Bearer " + token);
    if (request != null) {
      connection.setRequestProperty(REQUEST_ID, request);
    }
    return connection;
  }

  private static Answer answer(HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    try (InputStream in =
        status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      return new Answer(
          status,
          connection.getHeaderField(REQUEST_ID),
          new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
