package org.creditscoring.serving.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.creditscoring.serving.fixture.SampleSnapshot;
import org.creditscoring.serving.fixture.TestService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Look-ups while snapshots change under them: each answer is of one snapshot, and none fails. */
class SwapTest {
  private static final int SWAPS = 60;
  private static final int CALLERS = 4;

  /** The margin of client 100002 in each of the two snapshots. */
  private static final Map<String, Double> MARGINS =
      Map.of(SampleSnapshot.ID, -1.0, SampleSnapshot.OTHER_ID, -0.75);

  @TempDir Path snapshots;

  @Test
  @Timeout(120)
  void noAnswerMixesSnapshots() throws Exception {
    SampleSnapshot.of(SampleSnapshot.OTHER_ID).shifted(0.25f).write(snapshots);
    SampleSnapshot.of(SampleSnapshot.ID).publish(snapshots);
    AtomicBoolean done = new AtomicBoolean();
    Set<String> seen = ConcurrentHashMap.newKeySet();
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try (TestService service = TestService.start(snapshots)) {
      List<Future<?>> calls = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        calls.add(
            callers.submit(
                () -> {
                  while (!done.get()) {
                    seen.add(requireOneSnapshot(service));
                  }
                }));
      }
      for (int i = 0; i < SWAPS; i++) {
        SampleSnapshot.makeCurrent(
            snapshots, i % 2 == 0 ? SampleSnapshot.OTHER_ID : SampleSnapshot.ID);
        assertThat(service.store().follow()).isPresent();
      }
      done.set(true);
      for (Future<?> call : calls) {
        call.get();
      }
    } finally {
      done.set(true);
      callers.shutdownNow();
    }
    assertThat(seen).containsExactlyInAnyOrder(SampleSnapshot.ID, SampleSnapshot.OTHER_ID);
  }

  private static String requireOneSnapshot(TestService service) {
    JsonNode answer = service.get("/v1/clients/100002/explanation").json();
    String id = answer.path("snapshotId").asText();
    double sum = answer.path("baseValue").doubleValue();
    for (JsonNode contribution : answer.path("contributions")) {
      sum += contribution.path("contribution").doubleValue();
    }
    assertThat(answer.path("margin").doubleValue()).isEqualTo(MARGINS.get(id), within(1e-5));
    assertThat(sum).isEqualTo(MARGINS.get(id), within(1e-4));
    return id;
  }
}
