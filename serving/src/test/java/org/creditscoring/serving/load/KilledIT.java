package org.creditscoring.serving.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.creditscoring.serving.fixture.JarService;
import org.creditscoring.serving.fixture.SampleSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was answered before a kill -9 is on record after it. */
class KilledIT {
  private static final int CALLERS = 4;
  private static final int KILLS = 3;

  /** As many as one page shows, less the callers' that are under way. */
  private static final int MOST_REVIEWS = 900;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir Path directory;

  @Test
  @Timeout(300)
  void everyAnswerIsOnRecord() throws Exception {
    SampleSnapshot.standard().publish(directory.resolve("snapshots"));
    // Those beyond the limit of a token share lines.
    Files.createDirectory(directory.resolve("conf"));
    Files.writeString(
        directory.resolve("conf/credit.conf"), "credit.serving.rateLimit = 1000000\n");
    Set<String> answered = ConcurrentHashMap.newKeySet();
    Set<String> reviewed = ConcurrentHashMap.newKeySet();
    for (int kill = 0; kill < KILLS; kill++) {
      underLoad(answered, reviewed);
    }
    long killed = System.nanoTime();
    try (JarService service = start();
        Asking asking = Asking.of(service.address(), service.token())) {
      assertThat(asking.get("/v1/clients/100002").status()).isEqualTo(200);
      System.out.printf(
          "%,d answers and %,d reviews before %d kills; serving again %.1f s after the last%n",
          answered.size(), reviewed.size(), KILLS, (System.nanoTime() - killed) / 1e9);
      assertThat(reviews(asking)).containsAll(reviewed);
      service.stop();
    }
    Set<String> lost = new TreeSet<>(answered);
    lost.removeAll(recorded());
    assertThat(lost).isEmpty();
    assertThat(answered).isNotEmpty();
    assertThat(reviewed).isNotEmpty();
  }

  private JarService start() throws Exception {
    return JarService.run(directory, "serve", "--snapshots", "snapshots", "--port", "0");
  }

  private void underLoad(Set<String> answered, Set<String> reviewed) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try (JarService service = start()) {
      String address = service.address();
      String token = service.token();
      for (int caller = 0; caller < CALLERS; caller++) {
        boolean reviews = caller == 0;
        callers.execute(
            () -> {
              try (Asking asking = Asking.of(address, token)) {
                while (true) {
                  boolean review = reviews && reviewed.size() < MOST_REVIEWS;
                  Asking.Answer answer =
                      review
                          ? asking.post(
                              "/v1/clients/100002/reviews",
                              "{\"verdict\":\"UPHELD\",\"reason\":\"seen again\",\"snapshotId\":\"%s\"}"
                                  .formatted(SampleSnapshot.ID))
                          : asking.get("/v1/clients/100002");
                  answered.add(answer.request());
                  if (review && answer.status() == 201) {
                    reviewed.add(MAPPER.readTree(answer.body()).path("reviewId").asText());
                  }
                }
              } catch (IOException e) {
                // The service is gone, as it should be.
              }
            });
      }
      Thread.sleep(1_500);
      service.kill();
    } finally {
      callers.shutdown();
      assertThat(callers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static Set<String> reviews(Asking asking) throws Exception {
    Set<String> ids = new TreeSet<>();
    for (JsonNode review :
        MAPPER
            .readTree(asking.get("/v1/clients/100002/reviews?limit=1000").body())
            .path("reviews")) {
      ids.add(review.path("reviewId").asText());
    }
    return ids;
  }

  private Set<String> recorded() throws Exception {
    Set<String> requests = new HashSet<>();
    for (String line : AuditLines.of(directory)) {
      requests.add(MAPPER.readTree(line).path("request").asText());
    }
    return requests;
  }
}
