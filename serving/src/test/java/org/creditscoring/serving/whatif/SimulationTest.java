package org.creditscoring.serving.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.model.tree.Ensemble;
import org.creditscoring.model.tree.XgboostJson;
import org.creditscoring.serving.snapshot.ClientRecord;
import org.creditscoring.serving.snapshot.Snapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * On the snapshot that Spark wrote: its stored scores and the plain sum of its trees' leaves are
 * what a simulation is held against.
 */
class SimulationTest {
  private static final Path GOLDEN =
      Path.of("src/test/resources/golden/format-1/20260102T030405Z-00901d");

  /** Places in the vector of values, as its manifest orders them. */
  private static final int CREDIT = 0;

  private static final int ANNUITY = 1;
  private static final int AGE_YEARS = 5;
  private static final int TERM = 6;

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
  void withoutAChangeItIsTheStoredScore() throws IOException {
    for (int row = 0; row < snapshot.clients().size(); row++) {
      requireStored(snapshot.clients().at(row), Map.of());
    }
  }

  /** Every value asked for as it is, so that every row feature is computed anew. */
  @Test
  void theBatchAndTheServiceComputeTheSameRowFeatures() throws IOException {
    for (int row = 0; row < snapshot.clients().size(); row++) {
      float[] stored = snapshot.clients().values(row);
      Map<Input, Float> own = new LinkedHashMap<>();
      for (Input input : Input.of(snapshot)) {
        own.put(input, stored[input.place()]);
      }
      assertThat(own).hasSize(7);
      requireStored(snapshot.clients().at(row), own);
    }
  }

  @Test
  void anotherCreditKeepsItsTermAndMovesTheMarginAsTheTreesSay() throws IOException {
    int kept = 0;
    for (int row = 0; row < snapshot.clients().size(); row++) {
      ClientRecord client = snapshot.clients().at(row);
      float[] stored = snapshot.clients().values(row);
      Simulation half = simulate(client, "AMT_CREDIT", stored[CREDIT] / 2);
      if (Float.isNaN(stored[ANNUITY])) {
        assertThat(half.adjusted()).isEmpty();
      } else {
        kept++;
        assertThat(half.values()[ANNUITY]).isCloseTo(stored[ANNUITY] / 2, within(0.01f));
        assertThat(half.values()[TERM]).isCloseTo(stored[TERM], within(1e-3f));
        assertThat(half.adjusted()).extracting(Adjustment::name).containsExactly("AMT_ANNUITY");
      }
      assertThat((double) half.margin()).isCloseTo(margin(client, half.values()), within(1e-5));
      double sum = client.baseValue();
      for (float contribution : half.contributions()) {
        sum += contribution;
      }
      assertThat(sum).isCloseTo(half.margin(), within(1e-4));
    }
    assertThat(kept).isGreaterThan(30);
  }

  @Test
  void anotherAnnuityMakesAnotherTerm() throws IOException {
    ClientRecord client = snapshot.clients().at(0);
    float[] stored = snapshot.clients().values(0);
    Simulation dearer = simulate(client, "AMT_ANNUITY", stored[ANNUITY] * 2);
    assertThat(dearer.adjusted()).isEmpty();
    assertThat(dearer.values()[CREDIT]).isEqualTo(stored[CREDIT]);
    assertThat(dearer.values()[TERM]).isCloseTo(stored[TERM] / 2, within(1e-3f));
  }

  @Test
  void anotherTermMakesAnotherAnnuityOrCredit() throws IOException {
    ClientRecord client = snapshot.clients().at(0);
    float[] stored = snapshot.clients().values(0);
    Simulation longer = simulate(client, "CREDIT_TERM", 40f);
    assertThat(longer.values()[ANNUITY]).isCloseTo(stored[CREDIT] / 40, within(0.01f));
    assertThat(longer.values()[TERM]).isCloseTo(40, within(1e-4f));
    assertThat(longer.adjusted()).extracting(Adjustment::name).containsExactly("AMT_ANNUITY");
    Simulation affordable = simulate(client, "CREDIT_TERM", 40f, "AMT_ANNUITY", 10_000f);
    assertThat(affordable.values()[CREDIT]).isEqualTo(400_000f);
    assertThat(affordable.adjusted()).extracting(Adjustment::name).containsExactly("AMT_CREDIT");
    Simulation all =
        simulate(client, "CREDIT_TERM", 40f, "AMT_ANNUITY", 10_000f, "AMT_CREDIT", 400_000f);
    assertThat(all.adjusted()).isEmpty();
    assertThatThrownBy(
            () ->
                simulate(
                    client, "CREDIT_TERM", 40f, "AMT_ANNUITY", 10_000f, "AMT_CREDIT", 500_000f))
        .isInstanceOf(WhatIfException.class)
        .hasMessage(
            "values.CREDIT_TERM is 40.0 where AMT_CREDIT / AMT_ANNUITY is 50.0; give two of the"
                + " three");
  }

  @Test
  void ageFollowsTheDayOfBirth() throws IOException {
    ClientRecord client = snapshot.clients().at(0);
    Simulation older = simulate(client, "DAYS_BIRTH", -18_262.5f);
    assertThat(older.values()[AGE_YEARS]).isEqualTo(50f);
  }

  private void requireStored(ClientRecord client, Map<Input, Float> given) throws IOException {
    float[] stored = snapshot.clients().values(client.row());
    Simulation same = Simulation.of(snapshot, client, stored, given);
    assertThat(same.margin()).as("client " + client.id()).isCloseTo(client.margin(), within(1e-5f));
    assertThat((float) same.probability()).isCloseTo(client.probability(), within(1e-5f));
    assertThat(same.points()).isEqualTo(client.points());
    assertThat(same.decision()).isEqualTo(client.decision());
    assertThat(same.adjusted()).isEmpty();
    assertThat(same.values()).containsExactly(stored);
    assertThat(same.contributions())
        .containsExactly(snapshot.clients().contributions(client.row()), within(1e-5f));
  }

  private Simulation simulate(ClientRecord client, Object... namesAndValues) throws IOException {
    Map<Input, Float> given = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      given.put(
          Input.named(snapshot, (String) namesAndValues[i]).orElseThrow(),
          (Float) namesAndValues[i + 1]);
    }
    return Simulation.of(snapshot, client, snapshot.clients().values(client.row()), given);
  }

  /** The calibrated sum of the leaves that a row falls into. */
  private double margin(ClientRecord client, float[] values) throws IOException {
    List<Ensemble> folds = new ArrayList<>();
    folds.add(XgboostJson.read(GOLDEN.resolve("model/fold-0.json")));
    folds.add(XgboostJson.read(GOLDEN.resolve("model/fold-1.json")));
    Ensemble own =
        client.fold() == Layout.MEAN_FOLD ? Ensemble.mean(folds) : folds.get(client.fold());
    return snapshot
        .models()
        .calibration(client.fold())
        .margin(own.margin(Arrays.copyOf(values, snapshot.features().featureCount()), 0));
  }
}
