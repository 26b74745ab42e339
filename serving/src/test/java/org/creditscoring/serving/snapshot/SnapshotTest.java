package org.creditscoring.serving.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.creditscoring.model.decision.Decision;
import org.creditscoring.model.decision.Reason;
import org.creditscoring.serving.fixture.ParquetWriting;
import org.creditscoring.serving.fixture.SampleClient;
import org.creditscoring.serving.fixture.SampleSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SnapshotTest {
  @TempDir Path snapshots;

  @Test
  void readsAClientFromTheAddressesOfItsRow() throws IOException {
    try (Snapshot snapshot = Snapshot.open(SampleSnapshot.standard().write(snapshots))) {
      snapshot.verify();
      assertThat(snapshot.clients().addressable()).isTrue();
      assertThat(snapshot.clients().size()).isEqualTo(305);

      ClientRecord client = snapshot.clients().find(100_002).orElseThrow();
      assertThat(client.decision()).isEqualTo(Decision.REFUSED);
      assertThat(client.fold()).isZero();
      assertThat(client.outcome()).isOne();
      assertThat(client.points()).isEqualTo(516);
      assertThat(client.percentile()).isEqualTo(5.5f);
      assertThat(client.probability()).isEqualTo(0.268941421f, within(1e-6f));
      assertThat(client.reasons()).containsExactly(0, 3, 1, 4, 2);
      assertThat(snapshot.clients().values(client.row()))
          .containsExactly(0.2f, 26f, 406_597f, 1f, 0f, -9_461f, 1f);
      assertThat(snapshot.clients().contributions(client.row()))
          .containsExactly(0.9f, 0.1f, -0.2f, 0.15f, 0.05f);
    }
  }

  @ParameterizedTest
  @MethodSource("writings")
  void readsEveryRowHoweverTheFileIsWritten(ParquetWriting writing) throws IOException {
    SampleSnapshot sample = SampleSnapshot.standard().written(writing);
    try (Snapshot snapshot = Snapshot.open(sample.write(snapshots))) {
      snapshot.verify();
      snapshot.loadReasonFigures();
      assertThat(snapshot.hasReasonFigures()).isEqualTo(snapshot.clients().addressable());
      assertThat(snapshot.clients().addressable())
          .isEqualTo(writing.codec() == CompressionCodecName.UNCOMPRESSED && !writing.dictionary());
      for (SampleClient expected : sample.clients()) {
        ClientRecord client = snapshot.clients().find(expected.id()).orElseThrow();
        assertThat(client)
            .isEqualTo(
                new ClientRecord(
                    client.row(),
                    expected.id(),
                    expected.fold(),
                    expected.outcome(),
                    expected.margin(),
                    expected.baseValue(),
                    expected.probability(),
                    expected.points(),
                    expected.percentile(),
                    Decision.valueOf(expected.decision()),
                    client.reasons()));
        assertThat(client.reasons()).containsExactly(expected.reasons());
        for (ClientReason told : snapshot.reasonsOf(client)) {
          assertThat(told.value()).isEqualTo(expected.values()[told.reason().position()]);
        }
        assertThat(snapshot.clients().values(client.row())).containsExactly(expected.values());
        assertThat(snapshot.clients().contributions(client.row()))
            .containsExactly(expected.contributions());
      }
    }
  }

  static List<ParquetWriting> writings() {
    WriterVersion v1 = WriterVersion.PARQUET_1_0;
    WriterVersion v2 = WriterVersion.PARQUET_2_0;
    return List.of(
        ParquetWriting.ADDRESSABLE,
        new ParquetWriting(CompressionCodecName.UNCOMPRESSED, false, v1, 20_000),
        new ParquetWriting(CompressionCodecName.UNCOMPRESSED, true, v1, 10),
        new ParquetWriting(CompressionCodecName.UNCOMPRESSED, false, v2, 10),
        new ParquetWriting(CompressionCodecName.ZSTD, false, v1, 10),
        new ParquetWriting(CompressionCodecName.SNAPPY, true, v2, 10));
  }

  @Test
  void reasonsInMemoryAreToldWithoutTheFiles() throws IOException {
    Snapshot snapshot = Snapshot.open(SampleSnapshot.standard().write(snapshots));
    ClientRecord refused = snapshot.clients().find(100_002).orElseThrow();
    ClientRecord accepted = snapshot.clients().find(100_003).orElseThrow();
    snapshot.loadReasonFigures();
    snapshot.close();

    assertThatThrownBy(() -> snapshot.clients().values(refused.row()))
        .isInstanceOf(IOException.class);
    assertThat(snapshot.reasonsOf(refused))
        .containsExactly(
            reason(0, 0.9f, 0.2f),
            reason(3, 0.15f, 1f),
            reason(1, 0.1f, 26f),
            reason(4, 0.05f, 0f),
            reason(2, -0.2f, 406_597f));
    assertThat(snapshot.reasonsOf(accepted))
        .containsExactly(
            reason(0, -1.2f, 0.7f), reason(1, -0.1f, 45.5f), reason(2, 0.1f, 1_293_502f));
  }

  @Test
  void otherReasonsAreReadFromTheFiles() throws IOException {
    Snapshot snapshot = Snapshot.open(SampleSnapshot.standard().write(snapshots));
    ClientRecord client = snapshot.clients().find(100_002).orElseThrow();
    assertThat(snapshot.reasonsOf(client)).hasSize(5).startsWith(reason(0, 0.9f, 0.2f));
    snapshot.close();

    assertThatThrownBy(() -> snapshot.reasonsOf(client)).isInstanceOf(IOException.class);
  }

  private static ClientReason reason(int position, float contribution, float value) {
    return new ClientReason(new Reason(position, contribution), value);
  }

  @Test
  void missingIsNaN() throws IOException {
    try (Snapshot snapshot = Snapshot.open(SampleSnapshot.standard().write(snapshots))) {
      int row = snapshot.clients().find(100_003).orElseThrow().row();
      assertThat(snapshot.clients().values(row)[3]).isNaN();
    }
  }

  @Test
  void findsNobodyElse() throws IOException {
    try (Snapshot snapshot = Snapshot.open(SampleSnapshot.standard().write(snapshots))) {
      for (int id : new int[] {0, 1, 100_001, 100_004, 200_002, 456_256, Integer.MAX_VALUE}) {
        assertThat(snapshot.clients().find(id)).isEmpty();
      }
    }
  }
}
