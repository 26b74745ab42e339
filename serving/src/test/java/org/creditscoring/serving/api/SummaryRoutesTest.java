package org.creditscoring.serving.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.creditscoring.serving.fixture.SampleSnapshot;
import org.creditscoring.serving.fixture.TestService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryRoutesTest {
  @TempDir Path snapshots;

  @Test
  void showsAClientAtAGlance() {
    SampleSnapshot.standard().publish(snapshots);
    try (TestService service = TestService.start(snapshots)) {
      JsonNode summary = service.get("/v1/clients/100002/summary").json();
      assertThat(summary.path("kind").textValue()).isEqualTo("past");
      assertThat(summary.path("outcome").textValue()).isEqualTo("DEFAULTED");
      assertThat(summary.path("decision").textValue()).isEqualTo("REFUSED");
      assertThat(summary.path("points").intValue()).isEqualTo(516);
      assertThat(summary.path("application").findValuesAsText("name"))
          .containsExactly("AMT_CREDIT", "AGE_YEARS", "NAME_EDUCATION_TYPE", "FLAG_OWN_CAR");
      assertThat(summary.path("application").path(0).toString())
          .isEqualTo(
              "{\"name\":\"AMT_CREDIT\",\"label\":\"Amount of the credit\",\"value\":406597.0,"
                  + "\"display\":\"406,597\"}");
      assertThat(summary.path("missing").size()).isZero();
      // 600 + 20 / ln 2 · (ln 10 − ln 50): the odds at the cut-off 1/11 are 10 to 1.
      assertThat(summary.path("cutOffPoints").intValue()).isEqualTo(554);
      assertThat(summary.path("createdAt").textValue()).isEqualTo("2026-11-22T19:32:00Z");
      assertThat(summary.path("change").isNull()).isTrue();
    }
  }

  /** logistic(0.98 · 1 + 0.01) = 0.72908792 and logistic(1.02 · 0.5 − 0.01) = 0.62245933. */
  @Test
  void theFoldModelsGiveARange() {
    SampleSnapshot.standard().publish(snapshots);
    try (TestService service = TestService.start(snapshots)) {
      JsonNode range = service.get("/v1/clients/100002/summary").json().path("foldRange");
      assertThat(range.path("low").doubleValue()).isEqualTo(0.62245933, within(1e-7));
      assertThat(range.path("high").doubleValue()).isEqualTo(0.72908792, within(1e-7));
    }
  }

  /** Of the sample's two past clients, 0.0357 repaid and 0.2689 did not. */
  @Test
  void theBandIsWhatBecameOfLikeClients() {
    SampleSnapshot.standard().publish(snapshots);
    try (TestService service = TestService.start(snapshots)) {
      assertThat(service.get("/v1/clients/100002/summary").json().path("band").toString())
          .isEqualTo(
              "{\"lower\":0.2689414322376251,\"upper\":1.0,\"defaultRate\":1.0,\"clients\":1}");
      assertThat(service.get("/v1/clients/100003/summary").json().path("band").toString())
          .isEqualTo(
              "{\"lower\":0.0,\"upper\":0.2689414322376251,\"defaultRate\":0.0,\"clients\":1}");
    }
  }

  @Test
  void namesWhatIsMissing() {
    SampleSnapshot.standard().publish(snapshots);
    try (TestService service = TestService.start(snapshots)) {
      assertThat(
              service.get("/v1/clients/100003/summary?lang=fr").json().path("missing").toString())
          .isEqualTo("[{\"feature\":\"NAME_EDUCATION_TYPE\",\"label\":\"Niveau d'études\"}]");
    }
  }

  @Test
  void tellsWhatTheSnapshotBeforeSaid() {
    SampleSnapshot.of(SampleSnapshot.ID).write(snapshots);
    SampleSnapshot.of(SampleSnapshot.OTHER_ID).shifted(-2f).publish(snapshots);
    try (TestService service = TestService.start(snapshots)) {
      JsonNode summary = service.get("/v1/clients/100002/summary").json();
      assertThat(summary.path("decision").textValue()).isEqualTo("ACCEPTED");
      assertThat(summary.path("change").toString())
          .isEqualTo(
              "{\"previousSnapshotId\":\"20261122T193200Z-5f0c9a\",\"probability\":0.26894143,"
                  + "\"decision\":\"REFUSED\",\"points\":516}");
      JsonNode history = service.get("/v1/clients/100002/history").json();
      assertThat(history.path("entries").findValuesAsText("snapshotId"))
          .containsExactly("20261123T060000Z-00beef", "20261122T193200Z-5f0c9a");
      assertThat(history.path("entries").findValuesAsText("decision"))
          .containsExactly("ACCEPTED", "REFUSED");
      assertThat(history.path("entries").path(1).path("modelId").textValue())
          .isEqualTo("20261101T000000Z-abcdef");
    }
  }

  @Test
  void answersAsOfAKeptSnapshot() {
    SampleSnapshot.of(SampleSnapshot.ID).write(snapshots);
    SampleSnapshot.of(SampleSnapshot.OTHER_ID).shifted(-2f).publish(snapshots);
    try (TestService service = TestService.start(snapshots)) {
      String asOf = "?snapshot=20261122T193200Z-5f0c9a";
      JsonNode old = service.get("/v1/clients/100002" + asOf).json();
      assertThat(old.path("snapshotId").textValue()).isEqualTo("20261122T193200Z-5f0c9a");
      assertThat(old.path("decision").textValue()).isEqualTo("REFUSED");
      assertThat(service.get("/v1/clients/100002").json().path("decision").textValue())
          .isEqualTo("ACCEPTED");
      assertThat(service.get("/v1/clients/100002/summary" + asOf).json().path("change").isNull())
          .isTrue();
      assertThat(service.get("/v1/snapshot" + asOf).json().path("snapshotId").textValue())
          .isEqualTo("20261122T193200Z-5f0c9a");
    }
  }

  @Test
  void listsTheKeptSnapshotsAndWhatIsWrongWithThem() throws IOException {
    SampleSnapshot.of(SampleSnapshot.ID).publish(snapshots);
    Path damaged = SampleSnapshot.of(SampleSnapshot.OTHER_ID).write(snapshots);
    Files.writeString(damaged.resolve("model/reference.f32"), "cut");
    Files.createDirectories(snapshots.resolve(".staging-1"));
    Files.createDirectories(snapshots.resolve(".held-20261124T060000Z-00beef"));
    try (TestService service = TestService.start(snapshots)) {
      JsonNode list = service.get("/v1/snapshots").json().path("snapshots");
      assertThat(list).hasSize(2);
      assertThat(list.path(0).path("snapshotId").textValue()).isEqualTo("20261123T060000Z-00beef");
      assertThat(list.path(0).path("problem").textValue())
          .isEqualTo(
              "20261123T060000Z-00beef/model/reference.f32 has 3 bytes where the manifest lists"
                  + " 12");
      assertThat(list.path(1).toString())
          .isEqualTo(
              "{\"snapshotId\":\"20261122T193200Z-5f0c9a\",\"createdAt\":\"2026-11-22T19:32:00Z\","
                  + "\"clients\":305,\"modelId\":\"20261101T000000Z-abcdef\",\"current\":true,"
                  + "\"problem\":null}");
      TestService.Answer asOf = service.get("/v1/clients/100002?snapshot=20261123T060000Z-00beef");
      assertThat(asOf.status()).isEqualTo(410);
      assertThat(service.get("/v1/clients/100002/history").json().path("entries")).hasSize(1);
    }
  }

  @Test
  void saysInReadyThatTheNewSnapshotIsRefused() throws IOException {
    SampleSnapshot.of(SampleSnapshot.ID).publish(snapshots);
    try (TestService service = TestService.start(snapshots)) {
      assertThat(service.get("/health/ready").json().path("refused").isNull()).isTrue();
      Path damaged = SampleSnapshot.of(SampleSnapshot.OTHER_ID).publish(snapshots);
      Files.writeString(damaged.resolve("model/reference.f32"), "cut");
      for (int i = 0; i < 2; i++) {
        try {
          service.store().follow();
        } catch (RuntimeException e) {
          assertThat(e).hasMessageContaining("reference.f32");
        }
      }
      TestService.Answer ready = service.get("/health/ready");
      assertThat(ready.status()).isEqualTo(200);
      assertThat(ready.json().path("snapshotId").textValue()).isEqualTo("20261122T193200Z-5f0c9a");
      assertThat(ready.json().path("refused").textValue())
          .isEqualTo(
              "20261123T060000Z-00beef/model/reference.f32 has 3 bytes where the manifest lists"
                  + " 12");
      assertThat(service.store().status().refusals()).isEqualTo(1);
      SampleSnapshot.makeCurrent(snapshots, SampleSnapshot.ID);
      service.store().follow();
      assertThat(service.get("/health/ready").json().path("refused").isNull()).isTrue();
    }
  }

  /**
   * A snapshot asked for by its id is pruned between two questions: its models are not read yet.
   */
  @Test
  void whatIsPrunedUnderALookUpIsGone() throws IOException {
    SampleSnapshot.of(SampleSnapshot.ID).write(snapshots);
    SampleSnapshot.of(SampleSnapshot.OTHER_ID).publish(snapshots);
    String asOf = "?snapshot=" + SampleSnapshot.ID;
    try (TestService service = TestService.start(snapshots)) {
      assertThat(service.get("/v1/clients/100002" + asOf).status()).isEqualTo(200);
      Path boosters = snapshots.resolve(SampleSnapshot.ID).resolve("model");
      Files.move(boosters, snapshots.resolve("model.aside"));
      TestService.Answer halfGone = service.get("/v1/clients/100002/summary" + asOf);
      assertThat(halfGone.status()).isEqualTo(503);
      assertThat(halfGone.detail())
          .isEqualTo(
              "a file of the snapshots cannot be read at this moment; the service's log names it");
      Files.move(
          snapshots.resolve(SampleSnapshot.ID), snapshots.resolve(".pruned-" + SampleSnapshot.ID));
      TestService.Answer gone = service.get("/v1/clients/100002/summary" + asOf);
      assertThat(gone.status()).isEqualTo(404);
      assertThat(gone.detail())
          .isEqualTo(
              "no snapshot 20261122T193200Z-5f0c9a is kept; /v1/snapshots lists those that are");
    }
  }

  /** The directory is away, as a volume may be: what is open answers, the rest says so. */
  @Test
  void aDirectoryThatIsAwayIsNoFaultOfTheService() throws IOException {
    Path volume = Files.createDirectory(snapshots.resolve("volume"));
    SampleSnapshot.of(SampleSnapshot.ID).publish(volume);
    try (TestService service = TestService.start(volume)) {
      Files.move(volume, snapshots.resolve("away"));
      assertThat(service.get("/v1/clients/100002").status()).isEqualTo(200);
      assertThat(service.get("/v1/clients/100002/explanation").status()).isEqualTo(200);
      for (TestService.Answer answer :
          List.of(
              service.get("/v1/snapshots"),
              service.get("/v1/clients/100002/history"),
              service.get("/v1/clients/100002/summary"),
              service.post("/v1/clients/100002/what-if", "{\"values\":{\"AMT_CREDIT\":500000}}"))) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.detail())
            .isEqualTo(
                "a file of the snapshots cannot be read at this moment; the service's log names it");
      }
      Files.move(snapshots.resolve("away"), volume);
      assertThat(service.get("/v1/clients/100002/summary").status()).isEqualTo(200);
    }
  }
}
