package org.creditscoring.notebooks.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Asks the service about a client, again and again, and notes every answer that is not whole. */
final class Reader implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final double ROUNDING = 1e-4;

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI api;
  private final String token;
  private final Thread thread = new Thread(this::readOn, "reader");
  private final AtomicLong answers = new AtomicLong();
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private final Map<String, String> models = new ConcurrentHashMap<>();
  private volatile boolean closed;

  private Reader(URI api, String token) {
    this.api = api;
    this.token = token;
  }

  static Reader of(URI api, String token) {
    Reader reader = new Reader(api, token);
    reader.thread.start();
    return reader;
  }

  /** Answers so far. */
  long answers() {
    return answers.get();
  }

  /** What was wrong with an answer, or why there was none. */
  List<String> failures() {
    return failures;
  }

  /** The model that each snapshot's answers named, by the snapshot's id. */
  Map<String, String> models() {
    return models;
  }

  /** Waits until the service answers from a snapshot. */
  void await(String snapshotId) throws IOException, InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    JsonNode ready;
    do {
      ready = ask("/health/ready");
      if (ready.path("snapshotId").asText().equals(snapshotId)) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    } while (System.nanoTime() < until);
    throw new IllegalStateException("the service does not serve " + snapshotId + ": " + ready);
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void readOn() {
    try {
      int id = ask("/v1/clients?limit=1").path("clients").get(0).path("id").asInt();
      while (!closed) {
        read(id);
        Thread.sleep(PAUSE.toMillis());
      }
    } catch (IOException | RuntimeException e) {
      failures.add("no client to ask about: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(int id) throws InterruptedException {
    try {
      JsonNode ready = ask("/health/ready");
      if (!ready.path("refused").isNull()) {
        failures.add("a snapshot was refused: " + ready);
      }
      JsonNode answer = ask("/v1/clients/" + id + "/explanation");
      double sum = answer.path("baseValue").asDouble();
      for (JsonNode each : answer.path("contributions")) {
        sum += each.path("contribution").asDouble();
      }
      if (!(Math.abs(sum - answer.path("margin").asDouble()) <= ROUNDING)) {
        failures.add("the parts of an answer do not belong together: " + answer);
      }
      String snapshot = answer.path("snapshotId").asText();
      String model = answer.path("modelId").asText();
      if (!models.computeIfAbsent(snapshot, first -> model).equals(model)) {
        failures.add("two models answer for " + snapshot + ": " + answer);
      }
      answers.incrementAndGet();
    } catch (IOException | RuntimeException e) {
      failures.add(e.toString());
    }
  }

  private JsonNode ask(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(api.resolve(path))
                .header("Authorization", "Bearer " + token)
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(
          path + " was answered " + answer.statusCode() + ": " + answer.body());
    }
    return JSON.readTree(answer.body());
  }
}
