package org.creditscoring.serving.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.creditscoring.serving.fixture.JarService;
import org.creditscoring.serving.fixture.SampleSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Snapshots, good and bad ones, come under load: no request fails, no answer mixes two snapshots,
 * no bad snapshot is answered from, and every request is on record.
 */
class SwapLoadIT {
  private static final int CALLERS = 8;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The margin of client 100002 in each snapshot that may be answered from. */
  private static final Map<String, Double> MARGINS =
      Map.of(
          "20261123T000001Z-aaaaaa", -1.0,
          "20261123T000002Z-bbbbbb", -0.75,
          "20261123T000003Z-cccccc", -0.5);

  @TempDir Path directory;

  @Test
  @Timeout(600)
  void noRequestFailsWhateverIsPublished() throws Exception {
    Path snapshots = directory.resolve("snapshots");
    new TreeMap<>(MARGINS)
        .forEach(
            (id, margin) -> SampleSnapshot.of(id).shifted((float) (margin + 1)).write(snapshots));
    for (Spoiled spoiled : Spoiled.values()) {
      spoiled.write(snapshots);
    }
    List<String> good = List.copyOf(new TreeMap<>(MARGINS).keySet());
    SampleSnapshot.makeCurrent(snapshots, good.get(0));
    AtomicBoolean done = new AtomicBoolean();
    AtomicLong asked = new AtomicLong();
    Set<String> seen = ConcurrentHashMap.newKeySet();
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    // The limit of a token is another test's matter.
    Files.createDirectory(directory.resolve("conf"));
    Files.writeString(
        directory.resolve("conf/credit.conf"),
        "credit.serving { rateLimit = 1000000, watchInterval = 50ms }\n");
    try (JarService service =
        JarService.run(directory, "serve", "--snapshots", snapshots.toString(), "--port", "0")) {
      String address = service.address();
      String token = service.token();
      List<Future<?>> calls = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        int caller = i;
        calls.add(
            callers.submit(
                () -> {
                  try (Asking asking = Asking.of(address, token)) {
                    for (int call = caller; !done.get(); call++) {
                      seen.add(ask(asking.named(caller + "-" + call), call));
                      asked.incrementAndGet();
                    }
                  }
                  return null;
                }));
      }
      int swaps = swap(snapshots, good);
      done.set(true);
      for (Future<?> call : calls) {
        call.get();
      }
      String metrics = metrics(address, token);
      System.out.printf(
          "%,d requests by %d callers in %d s, %d changes of CURRENT, %s, %s%n",
          asked.get(),
          CALLERS,
          Effort.seconds(),
          swaps,
          line(metrics, "credit_snapshot_swaps_total"),
          line(metrics, "credit_snapshot_refusals_total"));
      assertThat(seen).as("snapshots that were answered from").isEqualTo(MARGINS.keySet());
      assertThat(line(metrics, "credit_snapshot_refusals_total"))
          .isNotEqualTo("credit_snapshot_refusals_total 0.0");
      assertThat(service.stop()).isZero();
    } finally {
      done.set(true);
      callers.shutdownNow();
    }
    assertThat(recorded()).isEqualTo(asked.get());
  }

  private static String metrics(String address, String token) throws Exception {
    try (Asking asking = Asking.of(address, token)) {
      return asking.get("/metrics").body();
    }
  }

  /** Good and bad ones in turn, until time is up; how many there were. */
  private static int swap(Path snapshots, List<String> good) throws Exception {
    List<String> bad = new ArrayList<>(List.of("", "20261123T0000", "nonsense\n", "\0\0\0"));
    for (Spoiled spoiled : Spoiled.values()) {
      bad.add(spoiled.id() + "\n");
    }
    long end = System.nanoTime() + Effort.seconds() * 1_000_000_000L;
    int swaps = 0;
    while (System.nanoTime() < end || swaps < 2 * bad.size()) {
      if (swaps % 2 == 0) {
        SampleSnapshot.makeCurrent(snapshots, good.get(swaps / 2 % good.size()));
      } else {
        Files.writeString(snapshots.resolve("CURRENT"), bad.get(swaps / 2 % bad.size()));
      }
      swaps++;
      Thread.sleep(Effort.swapMillis());
    }
    return swaps;
  }

  /** One of several questions; the snapshot that it was answered from. */
  private static String ask(Asking asking, int call) throws Exception {
    Asking.Answer response =
        switch (call % 4) {
          case 0 -> asking.get("/v1/clients/100002/explanation?lang=fr");
          case 1 -> asking.post("/v1/clients/lookup", "{\"ids\":[100002,100003,7]}");
          case 2 -> asking.get("/v1/features/AGE_YEARS/distribution?client=100003");
          default -> asking.get("/v1/clients/100002");
        };
    assertThat(response.status()).as(response.body()).isEqualTo(200);
    JsonNode answer = MAPPER.readTree(response.body());
    String id = answer.path("snapshotId").asText();
    assertThat(MARGINS).as("answered from").containsKey(id);
    double margin = MARGINS.get(id);
    double probability = 1 / (1 + Math.exp(-margin));
    switch (call % 4) {
      case 0 -> {
        double sum = answer.path("baseValue").doubleValue();
        for (JsonNode contribution : answer.path("contributions")) {
          sum += contribution.path("contribution").doubleValue();
        }
        assertThat(sum).isEqualTo(margin, within(1e-4));
        assertThat(answer.path("margin").doubleValue()).isEqualTo(margin, within(1e-5));
      }
      case 1 ->
          assertThat(answer.path("clients").path(0).path("probability").doubleValue())
              .isEqualTo(probability, within(1e-6));
      case 2 -> assertThat(answer.path("bins").size()).isEqualTo(3);
      default ->
          assertThat(answer.path("probability").doubleValue()).isEqualTo(probability, within(1e-6));
    }
    return id;
  }

  private long recorded() throws Exception {
    Map<String, Integer> lines = new HashMap<>();
    for (String line : AuditLines.of(directory)) {
      lines.merge(MAPPER.readTree(line).path("request").asText(), 1, Integer::sum);
    }
    assertThat(lines.entrySet())
        .filteredOn(line -> line.getValue() > 1)
        .as("on record more than once")
        .isEmpty();
    return lines.size();
  }

  private static String line(String metrics, String name) {
    return metrics.lines().filter(line -> line.startsWith(name)).findFirst().orElse(name + " none");
  }
}
