package org.creditscoring.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.creditscoring.serving.auth.Access;
import org.creditscoring.serving.metrics.Metrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ApiServerTest {
  private static final ServerSettings SETTINGS =
      ServerSettings.of("127.0.0.1", 0, new Access.OpenOnLoopback());

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  @Timeout(60)
  void aRunningAnswerIsGivenBeforeTheServiceStops() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    Route slow =
        Route.get(
            "/v1/slow",
            request -> {
              running.countDown();
              await(mayEnd);
              return Map.of("said", "all");
            });
    ApiServer server = start(List.of(slow));
    CompletableFuture<HttpResponse<String>> answer =
        http.sendAsync(get(server, "/v1/slow"), BodyHandlers.ofString());
    running.await();
    CompletableFuture<Void> stopping = CompletableFuture.runAsync(server::close);
    Thread.sleep(300);
    assertThat(stopping).isNotDone();
    mayEnd.countDown();
    assertThat(answer.get().body()).isEqualTo("{\"said\":\"all\"}");
    stopping.get();
  }

  @Test
  void anErrorOfOursLeaksNothing() throws Exception {
    Route fails =
        Route.get(
            "/v1/fails",
            request -> {
              throw new IllegalStateException("a secret detail");
            });
    Route dies =
        Route.get(
            "/v1/dies",
            request -> {
              throw new StackOverflowError("a secret detail");
            });
    try (ApiServer server = start(List.of(fails, dies))) {
      for (String path : List.of("/v1/fails", "/v1/dies")) {
        HttpResponse<String> answer = http.send(get(server, path), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type"))
            .contains("application/problem+json");
        assertThat(answer.body())
            .contains("an error of the service, not of the request")
            .doesNotContain("secret")
            .doesNotContain("Exception");
      }
    }
  }

  @Test
  void notReadyIs503AndSaysWhenToAskAgain() throws Exception {
    Route notReady =
        Route.get(
            "/health/ready",
            request -> {
              throw ProblemException.unavailable("not at this moment");
            });
    try (ApiServer server = start(List.of(notReady))) {
      HttpResponse<String> answer =
          http.send(get(server, "/health/ready"), BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).contains("5");
      assertThat(answer.body()).contains("\"detail\":\"not at this moment\"");
    }
  }

  @Test
  void aNumberThatIsNoneIsNull() throws Exception {
    record Numbers(double nan, float infinite, Double boxed, double plain) {}

    Route numbers =
        Route.get(
            "/v1/numbers",
            request ->
                new Numbers(Double.NaN, Float.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.5));
    try (ApiServer server = start(List.of(numbers))) {
      assertThat(http.send(get(server, "/v1/numbers"), BodyHandlers.ofString()).body())
          .isEqualTo("{\"nan\":null,\"infinite\":null,\"boxed\":null,\"plain\":0.5}");
    }
  }

  private static ApiServer start(List<Route> routes) {
    ApiServer server = ApiServer.start(SETTINGS, new Observers(entry -> {}, new Metrics()), routes);
    server.ready();
    return server;
  }

  private static HttpRequest get(ApiServer server, String path) {
    return HttpRequest.newBuilder(URI.create(server.address() + path)).build();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
