package org.creditscoring.serving.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.creditscoring.model.decision.Calibration;
import org.creditscoring.model.decision.Reason;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.model.tree.Ensemble;
import org.creditscoring.model.tree.XgboostJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A snapshot of format 1 that Spark wrote (pipeline's test class GoldenSnapshot, made-up clients),
 * against values that another Parquet reader, Apache Arrow's, read from the same files.
 */
class GoldenSnapshotTest {
  private static final Path GOLDEN =
      Path.of("src/test/resources/golden/format-1/20260102T030405Z-00901d");

  private Snapshot snapshot;

  @BeforeEach
  void open() {
    snapshot = Snapshot.open(GOLDEN);
  }

  @AfterEach
  void close() throws IOException {
    snapshot.close();
  }

  @Test
  void whatSparkWritesIsAddressableAndWhole() {
    assertThat(snapshot.clients().addressable()).isTrue();
    assertThat(snapshot.clients().size()).isEqualTo(64);
    snapshot.verify();
  }

  /** Format 1 as it was first written: the later tables and columns are not there. */
  @Test
  void whatIsNotThereIsAbsent() {
    assertThat(snapshot.pairs()).isEmpty();
    assertThat(snapshot.points()).isEmpty();
    assertThat(snapshot.cutOffs()).isEmpty();
    assertThat(snapshot.importance().get(0).direction()).isNaN();
    assertThat(snapshot.features().values().get(0).groupMeans().repaid()).isNaN();
    assertThat(
            snapshot.distributions().of("EXT_SOURCE_2").orElseThrow().bins().get(0).contribution())
        .isEqualTo(Bin.Contribution.UNKNOWN);
  }

  @Test
  void readsWhatAnotherReaderReads() throws IOException {
    ClientRecord last = snapshot.clients().find(131_103).orElseThrow();
    assertThat(last.fold()).isEqualTo(Layout.MEAN_FOLD);
    assertThat(last.margin()).isEqualTo(-0.6285029649734497f);
    assertThat(last.probability()).isEqualTo(0.3478500545024872f);
    assertThat(last.points()).isEqualTo(505);
    assertThat(last.reasons()).containsExactly(2, 5, 4, -1, -1);
    assertThat(snapshot.clients().values(last.row()))
        .containsExactly(
            323000.5f,
            563,
            0.4124831557273865f,
            2,
            0,
            40.18617248535156f,
            573.713134765625f,
            -14678,
            0);
    assertThat(snapshot.clients().contributions(last.row()))
        .containsExactly(
            -0.05002757906913757f,
            0.06229817494750023f,
            0.2990387976169586f,
            0,
            -0.22852900624275208f,
            0.08576135337352753f,
            -0.18575742840766907f);
    assertThat(snapshot.clients().find(131_104)).isEmpty();
  }

  @Test
  void memoryTellsTheReasonsThatTheFilesTell() throws IOException {
    List<List<ClientReason>> read = new ArrayList<>();
    for (int row = 0; row < snapshot.clients().size(); row++) {
      read.add(
          snapshot.reasonsOf(snapshot.clients().at(row)).stream()
              .map(GoldenSnapshotTest::toAFloat)
              .toList());
    }

    snapshot.loadReasonFigures();

    for (int row = 0; row < snapshot.clients().size(); row++) {
      assertThat(snapshot.reasonsOf(snapshot.clients().at(row)))
          .isNotEmpty()
          .isEqualTo(read.get(row));
    }
  }

  private static ClientReason toAFloat(ClientReason told) {
    Reason reason = told.reason();
    return new ClientReason(
        new Reason(reason.position(), (float) reason.contribution()), told.value());
  }

  @Test
  void everyMarginIsWhatTheSnapshotsOwnTreesGive() throws IOException {
    List<Ensemble> models = new ArrayList<>();
    models.add(XgboostJson.read(GOLDEN.resolve("model/fold-0.json")));
    models.add(XgboostJson.read(GOLDEN.resolve("model/fold-1.json")));
    models.add(Ensemble.mean(List.copyOf(models)));
    List<Calibration> calibrations = new ArrayList<>(snapshot.card().folds());
    calibrations.add(snapshot.card().meanCalibration());
    int features = snapshot.manifest().features().size();
    for (int row = 0; row < snapshot.clients().size(); row++) {
      ClientRecord client = snapshot.clients().at(row);
      int model = client.fold() == Layout.MEAN_FOLD ? models.size() - 1 : client.fold();
      float[] inputs = Arrays.copyOf(snapshot.clients().values(row), features);
      double margin = calibrations.get(model).margin(models.get(model).margin(inputs, 0));
      assertThat((double) client.margin())
          .as("client " + client.id())
          .isCloseTo(margin, within(1e-6));
    }
  }
}
