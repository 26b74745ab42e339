package org.creditscoring.serving.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a service with a token over kept connections. */
record Asking(HttpClient http, String address, String token) {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  static Asking of(String address, String token) {
    return new Asking(
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), address, token);
  }

  HttpResponse<String> get(String path) throws Exception {
    return http.send(request(path).build(), BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, String json) throws Exception {
    return http.send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .timeout(LONGEST)
        .header("Authorization", "Bearer " + token);
  }
}
