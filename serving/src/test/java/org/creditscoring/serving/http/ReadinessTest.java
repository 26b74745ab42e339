package org.creditscoring.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.creditscoring.serving.api.Routes;
import org.creditscoring.serving.api.WarmUpPaths;
import org.creditscoring.serving.audit.AuditEntry;
import org.creditscoring.serving.fixture.SampleSnapshot;
import org.creditscoring.serving.fixture.TestReviews;
import org.creditscoring.serving.fixture.TestService;
import org.creditscoring.serving.metrics.Metrics;
import org.creditscoring.serving.snapshot.SnapshotDirectory;
import org.creditscoring.serving.snapshot.SnapshotStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadinessTest {
  @TempDir Path snapshots;

  @Test
  void isAliveBeforeItIsReadyAndNotReadyWhileItStops() throws Exception {
    SampleSnapshot.standard().publish(snapshots);
    List<AuditEntry> audited = new ArrayList<>();
    AtomicInteger asked = new AtomicInteger();
    try (SnapshotStore store = SnapshotStore.open(new SnapshotDirectory(snapshots));
        Metrics metrics = new Metrics();
        ApiServer server =
            ApiServer.start(
                TestService.settings(),
                new Observers(audited::add, metrics),
                counted(asked, Routes.of(store, TestReviews.shared())))) {
      assertThat(get(server, "/health/live").statusCode()).isEqualTo(200);
      HttpResponse<String> early = get(server, "/health/ready");
      assertThat(early.statusCode()).isEqualTo(503);
      assertThat(early.body()).contains("the service is warming up");

      asked.set(0);
      server.warmUp(WarmUpPaths.of(store), 50, Duration.ZERO);
      assertThat(asked).hasValue(50);
      assertThat(audited).as("the service's own questions").isEmpty();
      assertThat(metrics.text())
          .contains("status=\"200\"")
          .doesNotContain("status=\"401\"")
          .doesNotContain("status=\"404\"");

      server.ready();
      assertThat(get(server, "/health/ready").statusCode()).isEqualTo(200);

      server.stopping();
      HttpResponse<String> late = get(server, "/health/ready");
      assertThat(late.statusCode()).isEqualTo(503);
      assertThat(late.body()).contains("the service is stopping");
      assertThat(get(server, "/health/live").statusCode()).isEqualTo(200);
    }
  }

  private static List<Route> counted(AtomicInteger asked, List<Route> routes) {
    return routes.stream()
        .map(
            route ->
                new Route(
                    route.method(),
                    route.path(),
                    route.parameters(),
                    request -> {
                      asked.incrementAndGet();
                      return route.answer().of(request);
                    },
                    route.role()))
        .toList();
  }

  private static HttpResponse<String> get(ApiServer server, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(server.address() + path)).build(),
            BodyHandlers.ofString());
  }
}
