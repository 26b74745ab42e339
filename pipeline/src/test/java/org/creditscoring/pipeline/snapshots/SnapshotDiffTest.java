package org.creditscoring.pipeline.snapshots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.creditscoring.pipeline.scoring.ScoredClient;
import org.creditscoring.pipeline.snapshot.FeatureRow;
import org.creditscoring.pipeline.snapshot.PublishedSnapshot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Of the 64 clients the first is gone and one came; 131043 (margin −2.61625, 563 points) is refused
 * now at −2, 131044 (−0.42453, 499 points) is accepted at −3; the outcome of 131103 is known; and
 * no past client's EXT_SOURCE_2 is.
 */
class SnapshotDiffTest {
  private static final String BEFORE = "20260301T000000Z-000001";
  private static final String AFTER = "20260302T000000Z-000002";

  @TempDir Path snapshots;
  private Golden after;

  @BeforeEach
  void publish() throws IOException {
    Golden.publish(snapshots, BEFORE);
    after = Golden.publish(snapshots, AFTER);
  }

  private void change() throws IOException {
    after
        .clients(1, clients -> changed(clients.subList(1, 32)))
        .clients(
            2,
            clients -> {
              ScoredClient last = Golden.with(clients.get(31), "outcome", (byte) 1);
              List<ScoredClient> all = new ArrayList<>(clients.subList(0, 31));
              all.add(last);
              all.add(Golden.with(last, "id", 131_104));
              return changed(all);
            })
        .manifest(manifest -> manifest.put("clients", 64));
  }

  private static List<ScoredClient> changed(List<ScoredClient> clients) {
    return clients.stream()
        .map(
            client ->
                switch (client.id()) {
                  case 131_043 -> scored(client, -2, 545, "REFUSED");
                  case 131_044 -> scored(client, -3, 574, "ACCEPTED");
                  default -> client;
                })
        .map(client -> client.outcome() < 0 ? client : withoutScore(client))
        .toList();
  }

  private static ScoredClient scored(
      ScoredClient client, float margin, int points, String decision) {
    return Golden.with(
        Golden.with(Golden.with(client, "margin", margin), "points", points), "decision", decision);
  }

  private static ScoredClient withoutScore(ScoredClient client) {
    float[] values = client.values().clone();
    values[2] = Float.NaN;
    return Golden.with(client, "values", values);
  }

  private DiffReport diff() throws IOException {
    try (PublishedSnapshot before = PublishedSnapshot.open(snapshots.resolve(BEFORE));
        PublishedSnapshot now = PublishedSnapshot.open(snapshots.resolve(AFTER))) {
      return SnapshotDiff.between(before, now, 5);
    }
  }

  @Test
  void theSameSnapshotDoesNotDiffer() throws IOException {
    DiffReport report = diff();

    assertThat(report.clients()).isEqualTo(new DiffReport.Clients(64, 0, 0, 0));
    assertThat(report.decisions())
        .isEqualTo(new DiffReport.Decisions(58, 58, 0, 0, List.of(), List.of()));
    assertThat(report.probability().unchanged()).isEqualTo(64);
    assertThat(report.probability().meanAbsolute()).isZero();
    // Seven features, past clients and current ones.
    assertThat(report.drift()).hasSize(14).allMatch(drift -> drift.psi() == 0);
    assertThat(report.catalogue().same()).isTrue();
    assertThat(DiffText.lines(report, 5))
        .contains(
            "  the raw tables are the same",
            "no feature has drifted further than chance would take it",
            "the catalogue is the same");
  }

  @Test
  void countsClientsAndTheirDecisions() throws IOException {
    change();

    DiffReport report = diff();

    assertThat(report.clients()).isEqualTo(new DiffReport.Clients(63, 1, 1, 1));
    assertThat(report.decisions())
        .isEqualTo(new DiffReport.Decisions(57, 57, 1, 1, List.of(131_043), List.of(131_044)));
  }

  /**
   * Logistic(−2) − logistic(−2.61625) = 0.051103, logistic(−3) − logistic(−0.42453) = −0.348007.
   */
  @Test
  void tellsHowScoresMoved() throws IOException {
    change();

    DiffReport report = diff();

    DiffReport.Moves probability = report.probability();
    assertThat(probability.unchanged()).isEqualTo(61);
    assertThat(probability.mean()).isCloseTo(-0.0047127694, within(1e-8));
    assertThat(probability.meanAbsolute()).isCloseTo(0.0063350874, within(1e-8));
    assertThat(probability.quantiles())
        .containsEntry("0.5", 0.0)
        .hasEntrySatisfying("0.0", least -> assertThat(least).isCloseTo(-0.3480075, within(1e-6)))
        .hasEntrySatisfying("1.0", most -> assertThat(most).isCloseTo(0.0511030, within(1e-6)))
        // The 99th of 100 parts of 62 distances lies 0.62 less than 1 below the greatest: 0.38.
        .hasEntrySatisfying(
            "0.99", high -> assertThat(high).isCloseTo(0.38 * 0.0511030, within(1e-6)));
    assertThat(report.points().mean()).isCloseTo((-18 + 75) / 63.0, within(1e-9));
    assertThat(report.points().meanAbsolute()).isCloseTo((18 + 75) / 63.0, within(1e-9));
  }

  /** Of 56 past clients 32 had a car; of 57 it is 32 now, so the index is 0.000409. */
  @Test
  void tellsWhichFeaturesDrifted() throws IOException {
    change();

    DiffReport report = diff();

    DiffReport.Drift first = report.drift().get(0);
    assertThat(first.feature()).isEqualTo("EXT_SOURCE_2");
    assertThat(first.clients()).isEqualTo("past");
    assertThat(first.psi()).isGreaterThan(first.chance());
    assertThat(first.told()).isEqualTo("missing in 0.0 % before, 100.0 % now");
    assertThat(report.drift())
        .filteredOn(
            drift -> drift.feature().equals("FLAG_OWN_CAR") && drift.clients().equals("past"))
        .singleElement()
        .satisfies(drift -> assertThat(drift.psi()).isCloseTo(CAR, within(1e-9)));
  }

  private static final double CAR = psi(24 / 56.0, 25 / 57.0) + psi(32 / 56.0, 32 / 57.0);

  private static double psi(double before, double now) {
    return (now - before) * Math.log(now / before);
  }

  @Test
  void tellsWhatTheCatalogueGainedAndLost() throws IOException {
    after.table(
        "features.parquet",
        FeatureRow.class,
        rows -> {
          rows.set(0, Golden.with(rows.get(0), "name", "AMT_GOODS_PRICE"));
          rows.set(3, Golden.with(rows.get(3), "categories", new String[] {"Working", "Other"}));
          rows.set(5, Golden.with(rows.get(5), "sensitivity", "FREE"));
          return rows;
        });

    DiffReport.Catalogue catalogue = CatalogueDiff.of(rows(BEFORE), rows(AFTER));

    assertThat(catalogue.added()).containsExactly("AMT_GOODS_PRICE (feature)");
    assertThat(catalogue.removed()).containsExactly("AMT_CREDIT (feature)");
    assertThat(catalogue.categories()).containsExactly("NAME_INCOME_TYPE");
    assertThat(catalogue.treatment())
        .containsExactly("AGE_YEARS: was feature, JUSTIFIED, is feature, FREE");
  }

  private List<FeatureRow> rows(String id) throws IOException {
    try (PublishedSnapshot snapshot = PublishedSnapshot.open(snapshots.resolve(id))) {
      return snapshot.table("features.parquet", FeatureRow.class);
    }
  }

  @Test
  void aPersonReadsWhatChanged() throws IOException {
    change();

    assertThat(String.join("\n", DiffText.lines(diff(), 5)))
        .contains("clients: 63 in both (1 whose outcome is known now), 1 only before, 1 only after")
        .contains("accepted before, refused now: 1 (131043)")
        .contains("refused before, accepted now: 1 (131044)")
        .containsPattern("probability +-0\\.0047 +0\\.0063 +-0\\.3480 ")
        .containsPattern("points +0\\.9 +1\\.5 +-18\\.0 ")
        .contains("EXT_SOURCE_2");
  }
}
