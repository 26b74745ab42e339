package org.creditscoring.pipeline.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.creditscoring.model.json.Json;
import org.creditscoring.model.snapshot.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldModelsTest {
  private static final String ACCEPTED = "20261120T100000Z-00000a";
  private static final String NEW = "20261124T020000Z-00000b";
  private static final String PUBLISHED = "20261123T020000Z-000001";
  private static final String HELD = "20261124T015900Z-000002";

  @TempDir private Path snapshots;

  @Test
  void aModelOfHeldSnapshotsAloneIsHeld() throws IOException {
    snapshot(PUBLISHED, PUBLISHED, ACCEPTED);
    snapshot(".held-" + HELD, HELD, NEW);

    assertThat(HeldModels.in(snapshots)).containsExactly(NEW);
  }

  @Test
  void aModelThatWasPublishedOnceIsNot() throws IOException {
    snapshot(PUBLISHED, PUBLISHED, ACCEPTED);
    snapshot(".held-" + HELD, HELD, ACCEPTED);

    assertThat(HeldModels.in(snapshots)).isEmpty();
  }

  @Test
  void whatIsPublishedByHandAcceptsItsModel() throws IOException {
    snapshot(".held-" + HELD, HELD, NEW);
    Files.move(snapshots.resolve(".held-" + HELD), snapshots.resolve(HELD));

    assertThat(HeldModels.in(snapshots)).isEmpty();
  }

  @Test
  void aDamagedManifestSaysNothing() throws IOException {
    snapshot(".held-" + HELD, HELD, NEW);
    Files.createDirectory(snapshots.resolve(PUBLISHED));
    Files.writeString(snapshots.resolve(PUBLISHED).resolve("manifest.json"), "{\"modelId\": ");

    assertThat(HeldModels.in(snapshots)).containsExactly(NEW);
  }

  private void snapshot(String name, String id, String model) throws IOException {
    Path directory = Files.createDirectory(snapshots.resolve(name));
    Files.writeString(
        directory.resolve("manifest.json"),
        Json.write(
            new Manifest(
                1,
                id,
                "2026-11-24T02:00:00Z",
                model,
                10,
                true,
                1 / 11.0,
                List.of("A"),
                List.of(),
                List.of(),
                List.of(new Manifest.Fold(-1, -2, 1, 0, 10)),
                List.of(),
                Map.of(),
                "0",
                List.of(new Manifest.FileEntry("data", 1, "0")))));
  }
}
