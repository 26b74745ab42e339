package org.creditscoring.serving.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.creditscoring.serving.fixture.SampleSnapshot;
import org.creditscoring.serving.fixture.TestService;
import org.creditscoring.serving.fixture.TestService.Answer;
import org.creditscoring.serving.snapshot.RefusedSnapshotException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTest {
  @TempDir Path snapshots;
  private TestService service;

  @BeforeEach
  void start() {
    SampleSnapshot.standard().publish(snapshots);
    service = TestService.start(snapshots);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void latenciesAreByRouteAndNameNoClient() {
    service.get("/v1/clients/100002");
    service.get("/v1/clients/100003");
    service.get("/v1/clients/7");
    service.get("/nothing");
    Answer answer = service.get("/metrics");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type"))
        .isEqualToIgnoringCase("text/plain; version=0.0.4; charset=utf-8");
    assertThat(answer.body())
        .contains(
            "http_server_requests_seconds_count{method=\"GET\",route=\"/v1/clients/{id}\",status=\"200\"} 2\n")
        .contains(
            "http_server_requests_seconds_count{method=\"GET\",route=\"/v1/clients/{id}\",status=\"404\"} 1\n")
        .contains(
            "http_server_requests_seconds_count{method=\"GET\",route=\"none\",status=\"404\"} 1\n")
        .contains(
            "http_server_requests_seconds_bucket{method=\"GET\",route=\"/v1/clients/{id}\",status=\"200\",le=\"+Inf\"} 2\n")
        .contains("jvm_memory_used_bytes{")
        .contains("jvm_gc_")
        .contains("process_files_open_files")
        .doesNotContain("100002");
  }

  @Test
  void aMethodThatACallerMadeUpMakesNoSeriesOfItsOwn() {
    Metrics metrics = new Metrics();
    metrics.answered("AAAA1", "", 405, 1_000);
    metrics.answered("AAAA2", "", 405, 1_000);

    assertThat(metrics.text())
        .contains("{method=\"other\",route=\"none\",status=\"405\"} 2\n")
        .doesNotContain("AAAA");
    metrics.close();
  }

  @Test
  void saysWhichSnapshotsCameAndWhichWereRefused() throws IOException {
    Path other = SampleSnapshot.of(SampleSnapshot.OTHER_ID).publish(snapshots);
    assertThat(service.store().follow()).isPresent();
    assertThat(service.get("/metrics").body())
        .contains("credit_snapshot_swaps_total 1.0\n")
        .contains("credit_snapshot_refusals_total 0.0\n")
        .contains("credit_snapshot_stale 0.0\n")
        .containsPattern("credit_snapshot_age_seconds [0-9.E]+\n");
    SampleSnapshot.makeCurrent(snapshots, SampleSnapshot.ID);
    Files.delete(snapshots.resolve(SampleSnapshot.ID).resolve("features.parquet"));
    assertThatThrownBy(() -> service.store().follow()).isInstanceOf(RefusedSnapshotException.class);
    // A meter that is held weakly would be gone by then.
    System.gc();
    assertThat(service.get("/metrics").body())
        .contains("credit_snapshot_swaps_total 1.0\n")
        .contains("credit_snapshot_refusals_total 1.0\n")
        .contains("credit_snapshot_stale 1.0\n");
    assertThat(other).exists();
  }

  @Test
  void askForAToken() {
    assertThat(service.send(service.request("/metrics")).status()).isEqualTo(401);
  }
}
