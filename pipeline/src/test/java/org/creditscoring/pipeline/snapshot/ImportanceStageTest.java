package org.creditscoring.pipeline.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.creditscoring.model.feature.Catalogue;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Groups;
import org.creditscoring.model.feature.Unit;
import org.creditscoring.pipeline.SparkTest;
import org.creditscoring.pipeline.scoring.ScoredClient;
import org.creditscoring.pipeline.table.Records;
import org.junit.jupiter.api.Test;

class ImportanceStageTest extends SparkTest {
  private static final Catalogue CATALOGUE =
      new Catalogue(
          List.of(
              Feature.number("ONE", Unit.NONE)
                  .group(Groups.EXTERNAL_SCORES)
                  .label("one", "un")
                  .description("one", "un")
                  .build()),
          List.of(),
          List.of());

  @Test
  void theRangeIsOverFoldsAndNotTheirMean() {
    ImportanceRow row = feature(client(1, 0, 1), client(2, 1, -3), client(3, -1, 8));

    assertThat(row.meanAbsoluteContribution()).isEqualTo(4);
    assertThat(row.low()).isEqualTo(1);
    assertThat(row.high()).isEqualTo(3);
  }

  @Test
  void clientsOfNoFoldStandForThemselves() {
    ImportanceRow row = feature(client(1, -1, 2), client(2, -1, -4));

    assertThat(row.low()).isEqualTo(3);
    assertThat(row.high()).isEqualTo(3);
  }

  private static ImportanceRow feature(ScoredClient... clients) {
    return ImportanceStage.importance(
            spark().createDataset(List.of(clients), Records.encoder(ScoredClient.class)), CATALOGUE)
        .get(0);
  }

  private static ScoredClient client(int id, int fold, float contribution) {
    return new ScoredClient(
        id,
        (byte) fold,
        (byte) 0,
        0,
        0,
        0.5f,
        500,
        50,
        "REFUSED",
        new int[] {0, -1, -1, -1, -1},
        new float[] {1},
        new float[] {contribution});
  }
}
