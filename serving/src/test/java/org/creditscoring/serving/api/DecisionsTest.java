package org.creditscoring.serving.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.creditscoring.model.decision.Reason;
import org.creditscoring.model.feature.Language;
import org.creditscoring.serving.fixture.SampleSnapshot;
import org.creditscoring.serving.json.JsonBuffer;
import org.creditscoring.serving.snapshot.ClientRecord;
import org.creditscoring.serving.snapshot.PublishedFeature;
import org.creditscoring.serving.snapshot.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The records as Jackson writes them are the oracle. */
class DecisionsTest {
  private static final int ROUNDS = 400;

  @TempDir private Path snapshots;

  @Test
  void rendersWhatTheRecordSays() throws IOException {
    SampleSnapshot.standard().publish(snapshots);
    try (Snapshot snapshot = Snapshot.open(snapshots.resolve(SampleSnapshot.ID))) {
      for (Language language : Language.values()) {
        for (int row = 0; row < snapshot.clients().size(); row++) {
          ClientRecord client = snapshot.clients().at(row);
          assertThat(said(Decisions.json(snapshot, client, language).toBytes()))
              .isEqualTo(said(JsonBuffer.rendered(Decisions.of(snapshot, client, language))));
        }
      }
    }
  }

  @Test
  void rendersEveryReason() {
    AnyFeatures any = new AnyFeatures(5);
    for (PublishedFeature published : AnyFeatures.all()) {
      for (Language language : Language.values()) {
        FeatureJson rendered = new FeatureJson(published, language);
        for (int round = 0; round < ROUNDS; round++) {
          float value = any.value(published.feature());
          Reason reason = new Reason(0, any.contribution());
          JsonBuffer json = new JsonBuffer(0);
          rendered.reason(json, reason, value);
          assertThat(said(json.toBytes()))
              .isEqualTo(
                  said(JsonBuffer.rendered(Decisions.item(published, reason, value, language))));
        }
      }
    }
  }

  private static String said(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
  }
}
