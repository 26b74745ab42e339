package org.creditscoring.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.creditscoring.model.snapshot.Manifest;
import org.creditscoring.pipeline.cache.Caching;
import org.creditscoring.pipeline.run.PipelineSettings;
import org.creditscoring.pipeline.run.Stages;
import org.creditscoring.pipeline.scoring.ScoredClient;
import org.creditscoring.pipeline.table.Records;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Real rows through the whole refresh, against XGBoost's own SHAP. */
@EnabledIfEnvironmentVariable(
    named = "CREDIT_REAL_DATA",
    matches = ".+",
    disabledReason = "CREDIT_REAL_DATA names no directory of real rows")
class RefreshIT extends SparkTest {
  /** More would take minutes: XGBoost explains a few hundred rows a second. */
  private static final int COMPARED = 400;

  @TempDir Path directory;

  @Test
  void contributionsAreThoseOfXgboostTimesTheSlope() throws IOException, XGBoostError {
    PipelineSettings settings =
        SmallSettings.in(directory)
            .at(
                Path.of(System.getenv("CREDIT_REAL_DATA"), "home-credit-10k"),
                directory.resolve("snapshots"),
                directory.resolve("models"));
    Manifest manifest =
        new Refresh(spark(), settings, new Stages(silent()), Clock.systemUTC())
            .run(Refresh.Training.IF_NEEDED, Caching.UNCHANGED_TABLES);
    assertThat(manifest.clients()).isEqualTo(10_000);
    assertThat(manifest.absentTables()).containsExactly("installments_payments");
    Path snapshot = directory.resolve("snapshots").resolve(manifest.snapshotId());
    List<ScoredClient> clients = clients(snapshot);

    for (Manifest.Fold fold : manifest.folds()) {
      if (fold.fold() >= 0) {
        compare(snapshot, fold, of(clients, fold.fold()), manifest.features().size());
      }
    }
  }

  private void compare(Path snapshot, Manifest.Fold fold, List<ScoredClient> clients, int features)
      throws IOException, XGBoostError {
    Booster booster =
        XGBoost.loadModel(
            new ByteArrayInputStream(
                Files.readAllBytes(snapshot.resolve("model/fold-" + fold.fold() + ".json"))));
    float[] values = new float[clients.size() * features];
    for (int i = 0; i < clients.size(); i++) {
      System.arraycopy(clients.get(i).values(), 0, values, i * features, features);
    }
    float[][] expected =
        booster.predictContrib(new DMatrix(values, clients.size(), features, Float.NaN), 0);
    for (int i = 0; i < clients.size(); i++) {
      for (int feature = 0; feature < features; feature++) {
        assertThat((double) clients.get(i).contributions()[feature])
            .isCloseTo(expected[i][feature] * fold.slope(), within(1e-4));
      }
      assertThat((double) clients.get(i).baseValue())
          .isCloseTo(expected[i][features] * fold.slope() + fold.intercept(), within(1e-4));
    }
  }

  private static List<ScoredClient> of(List<ScoredClient> clients, int fold) {
    List<ScoredClient> own =
        clients.stream().filter(client -> client.fold() == fold).limit(COMPARED).toList();
    assertThat(own).hasSize(COMPARED);
    return own;
  }

  private static List<ScoredClient> clients(Path snapshot) {
    return spark()
        .read()
        .parquet(snapshot.resolve("clients").toString())
        .as(Records.encoder(ScoredClient.class))
        .collectAsList()
        .stream()
        .sorted(Comparator.comparingInt(ScoredClient::id))
        .toList();
  }

  private static PrintStream silent() {
    return new PrintStream(PrintStream.nullOutputStream());
  }
}
