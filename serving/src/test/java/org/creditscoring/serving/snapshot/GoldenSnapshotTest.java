package org.creditscoring.serving.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.creditscoring.model.decision.Calibration;
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

  @Test
  void readsWhatAnotherReaderReads() throws IOException {
    ClientRecord last = snapshot.clients().find(131_103).orElseThrow();
    assertThat(last.fold()).isEqualTo(Layout.MEAN_FOLD);
    assertThat(last.margin()).isEqualTo(-0.7821493744850159f);
    assertThat(last.probability()).isEqualTo(0.313856840133667f);
    assertThat(last.points()).isEqualTo(510);
    assertThat(last.reasons()).containsExactly(5, 2, 6, -1, -1);
    assertThat(snapshot.clients().values(last.row()))
        .containsExactly(
            186000.5f,
            563,
            0.4770389199256897f,
            0,
            1,
            58.767967224121094f,
            330.3739013671875f,
            -21465,
            1);
    assertThat(snapshot.clients().contributions(last.row()))
        .containsExactly(
            0.028044505044817924f,
            -0.13145452737808228f,
            0.11246846616268158f,
            0,
            0,
            0.2732427418231964f,
            -0.1676003485918045f);
    assertThat(snapshot.clients().find(131_104)).isEmpty();
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
