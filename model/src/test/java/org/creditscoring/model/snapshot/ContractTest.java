package org.creditscoring.model.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.creditscoring.model.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractTest {
  private static final String MANIFEST =
      """
      {"formatVersion": 1, "snapshotId": "20261122T193200Z-5f0c9a", "createdAt": "2026-11-22T19:32:00Z",
       "modelId": "20261122T193000Z-000001", "clients": 2, "synthetic": true, "cutOff": 0.0909,
       "features": ["A", "B"], "inputs": ["C"], "forbidden": ["D"],
       "folds": [{"fold": -1, "baseValue": -2.5, "slope": 1, "intercept": 0, "clients": 2}],
       "absentTables": ["bureau"], "dataFingerprint": "00", "somethingNewer": {"a": 1},
       "files": [{"path": "clients/part-00001.parquet", "bytes": 10, "sha256": "ab"}]}
      """;

  @Test
  void readsAManifestAndWhatANewerWriterAddsIsIgnored() {
    Manifest manifest = Json.read(MANIFEST, Manifest.class);
    assertThat(manifest.valueCount()).isEqualTo(4);
    assertThat(manifest.folds())
        .containsExactly(new Manifest.Fold(Layout.MEAN_FOLD, -2.5, 1, 0, 2));
    assertThat(Json.read(Json.write(manifest), Manifest.class)).isEqualTo(manifest);
  }

  @Test
  void anotherFormatIsRefusedWithBothNumbers() {
    assertThatThrownBy(
            () ->
                Json.read(
                    MANIFEST.replace("\"formatVersion\": 1", "\"formatVersion\": 2"),
                    Manifest.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("snapshot format 2 is not format 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"clients\": 2",
        "\"snapshotId\": \"20261122T193200Z-5f0c9a\"",
        "\"features\": [\"A\", \"B\"]"
      })
  void aManifestWithoutWhatItMustHaveIsRefused(String field) {
    assertThatThrownBy(() -> Json.read(MANIFEST.replace(field, "\"other\": 0"), Manifest.class))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void brokenJsonIsRefusedWithItsLine() {
    assertThatThrownBy(() -> Json.read("{\n\"formatVersion\": }", Manifest.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not a Manifest")
        .hasMessageContaining("line 2");
  }

  @Test
  void anIdIsASecondAndSixDigits() {
    assertThat(SnapshotId.of(Instant.parse("2026-11-22T19:32:00Z"), 0x15f0c9a))
        .isEqualTo("20261122T193200Z-5f0c9a");
    assertThat(SnapshotId.valid("20261122T193200Z-5f0c9a")).isTrue();
    assertThat(SnapshotId.valid("../20261122T193200Z-5f0c9a")).isFalse();
    assertThat(SnapshotId.valid("")).isFalse();
  }

  @Test
  void partsAreCutAtFixedIds() {
    assertThat(Layout.part(65_535)).isEqualTo("clients/part-00000.parquet");
    assertThat(Layout.part(65_536)).isEqualTo("clients/part-00001.parquet");
    assertThat(Layout.part(456_255)).isEqualTo("clients/part-00006.parquet");
  }

  @Test
  void theContractInWordsNamesWhatTheCodeNames() throws IOException {
    String contract = Files.readString(Path.of("SNAPSHOT.md"));
    for (var column : Layout.Client.class.getFields()) {
      assertThat(contract).contains("| `" + value(column) + "` |");
    }
    for (var field : Manifest.class.getRecordComponents()) {
      assertThat(contract).contains("`" + field.getName() + "`");
    }
    assertThat(contract)
        .contains(Layout.FEATURES, Layout.DISTRIBUTIONS, Layout.IMPORTANCE, Layout.STAGING_PREFIX)
        .contains(Layout.HELD_PREFIX, Layout.PUBLICATIONS, Layout.GATES)
        .contains(Layout.POSITIONS, Layout.PAIRS, Layout.POINTS, Layout.CUT_OFF);
  }

  private static Object value(java.lang.reflect.Field constant) {
    try {
      return constant.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
