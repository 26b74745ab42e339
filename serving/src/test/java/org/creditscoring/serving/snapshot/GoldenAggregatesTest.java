package org.creditscoring.serving.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.creditscoring.model.decision.Decision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A snapshot of format 1 with its later tables (pipeline's test class GoldenSnapshot, made-up
 * clients), against values that another Parquet reader, Apache Arrow's, read from the same files,
 * and against its own clients.
 */
class GoldenAggregatesTest {
  private static final Path GOLDEN =
      Path.of("src/test/resources/golden/format-1-later/20260102T030405Z-00901d");

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
  void readsWhatAnotherReaderReads() {
    snapshot.verify();
    assertThat(snapshot.importance().get(0).name()).isEqualTo("EXT_SOURCE_2");
    assertThat(snapshot.importance().get(0).direction()).isEqualTo(-0.7521130142201505);
    assertThat(snapshot.importance().get(6).direction()).isNaN();
    Distribution score = snapshot.distributions().of("EXT_SOURCE_2").orElseThrow();
    assertThat(score.bins().get(0).contribution())
        .isEqualTo(new Bin.Contribution(0.5579332616180182, 0.7192811045972118));
    assertThat(snapshot.features().values().get(0).groupMeans())
        .isEqualTo(
            new PublishedFeature.GroupMeans(
                323833.8333333333, 254155.6724137931, 265486.9864864865, 267000.5));
    Points.Point last = snapshot.points().orElseThrow().points().get(63);
    assertThat(last.id()).isEqualTo(131_103);
    assertThat(last.outcome()).isEqualTo(-1);
    assertThat(last.decision()).isEqualTo(Decision.REFUSED);
    assertThat(last.weight()).isEqualTo(1);
    assertThat(last.values())
        .containsExactly(
            0.4124831557273865f, 573.713134765625f, 563, 0, 323000.5f, 40.18617248535156f, 2);
    CutOffTable.Row first =
        snapshot.cutOffs().orElseThrow().rows().stream()
            .filter(row -> row.clients() > 0)
            .findFirst()
            .orElseThrow();
    assertThat(first).isEqualTo(new CutOffTable.Row(0.068, 0.0685, 0, 1, 0, 0.06809990480062224));
    assertThat(snapshot.pairs().orElseThrow().cells("AGE_YEARS", "NAME_INCOME_TYPE").orElseThrow())
        .endsWith(new Pairs.Cell(20, 2, new Bin.Counts(4, 0, 4, 3, 1, 0)));
  }

  /** Every client's bins as serving finds them are the cells that the batch counted. */
  @Test
  void pairsAreThoseOfTheClients() throws IOException {
    Pairs pairs = snapshot.pairs().orElseThrow();
    for (String x : pairs.features()) {
      for (String y : pairs.features()) {
        if (!x.equals(y)) {
          Map<List<Integer>, Integer> cells = new HashMap<>();
          for (int row = 0; row < snapshot.clients().size(); row++) {
            cells.merge(List.of(binOf(x, row), binOf(y, row)), 1, Integer::sum);
          }
          Map<List<Integer>, Integer> published = new HashMap<>();
          for (Pairs.Cell cell : pairs.cells(x, y).orElseThrow()) {
            published.put(List.of(cell.xBin(), cell.yBin()), cell.counts().all());
          }
          assertThat(published).as(x + " × " + y).isEqualTo(cells);
        }
      }
    }
  }

  private int binOf(String feature, int row) throws IOException {
    float value =
        snapshot.clients().values(row)[snapshot.features().position(feature).orElseThrow()];
    return snapshot.distributions().of(feature).orElseThrow().binOf(value);
  }

  @Test
  void percentilesAreThoseOfTheClients() throws IOException {
    int clients = snapshot.clients().size();
    int place = snapshot.features().position("AGE_YEARS").orElseThrow();
    Distribution age = snapshot.distributions().of("AGE_YEARS").orElseThrow();
    for (int row = 0; row < clients; row++) {
      float own = snapshot.clients().values(row)[place];
      double below = 0;
      for (int other = 0; other < clients; other++) {
        float value = snapshot.clients().values(other)[place];
        below += value < own ? 1 : value == own ? 0.5 : 0;
      }
      assertThat(age.percentiles(own).all()).isCloseTo(100 * below / clients, within(0.5));
    }
  }
}
