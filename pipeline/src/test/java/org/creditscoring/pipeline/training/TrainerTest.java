package org.creditscoring.pipeline.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.scala.spark.XGBoostClassifier;
import org.apache.spark.sql.Dataset;
import org.creditscoring.model.card.Evaluation;
import org.creditscoring.model.card.Evaluation.Figures;
import org.creditscoring.model.tree.Ensemble;
import org.creditscoring.pipeline.SmallSettings;
import org.creditscoring.pipeline.SparkTest;
import org.creditscoring.pipeline.feature.ClientValues;
import org.creditscoring.pipeline.run.BadDataException;
import org.creditscoring.pipeline.run.PipelineSettings;
import org.creditscoring.pipeline.run.Stages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest extends SparkTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final String ID = "20261122T120000Z-00000a";

  private static final int UNKNOWN = 300;

  @TempDir Path directory;

  @Test
  void theSameRowsAndSeedGiveTheSameBytesWhateverTheirOrder() {
    List<ClientValues> clients = TestClients.and(TestClients.of(2000, 1.5), UNKNOWN);
    List<ClientValues> shuffled = new ArrayList<>(clients);
    Collections.shuffle(shuffled, new Random(9));

    TrainedModel one = train(TestClients.in(spark(), clients));
    TrainedModel two = train(TestClients.in(spark(), shuffled).repartition(5));

    for (int fold = 0; fold < 3; fold++) {
      assertThat(one.boosters().json(fold)).isEqualTo(two.boosters().json(fold));
    }
    assertThat(one.card()).isEqualTo(two.card());
    assertThat(one.reference().bytes()).isEqualTo(two.reference().bytes());
  }

  @Test
  void theMeanOfTheFoldsIsSteeperByHowMuchLessItSpreadsClientsOfUnknownOutcome() {
    List<ClientValues> past = TestClients.of(2000, 1.5);
    List<ClientValues> all = TestClients.and(past, UNKNOWN);

    TrainedModel alone = train(TestClients.in(spark(), past));
    TrainedModel model = train(TestClients.in(spark(), all));

    List<double[]> margins = margins(model, all.subList(past.size(), all.size()));
    double ofModels =
        IntStream.range(0, 3)
            .mapToDouble(k -> variance(margins.stream().mapToDouble(of -> of[k]).toArray()))
            .average()
            .orElseThrow();
    double ofMean =
        variance(margins.stream().mapToDouble(of -> (of[0] + of[1] + of[2]) / 3).toArray());
    assertThat(ofModels / ofMean).isGreaterThan(1.005);
    assertThat(model.card().folds()).isEqualTo(alone.card().folds());
    assertThat(model.card().meanCalibration().slope())
        .isCloseTo(alone.card().meanCalibration().slope() * ofModels / ofMean, within(1e-9));
  }

  /** Raw, by fold. */
  private static List<double[]> margins(TrainedModel model, List<ClientValues> clients) {
    List<Ensemble> ensembles = model.boosters().ensembles();
    int[] places =
        model.catalogue().features().stream()
            .mapToInt(feature -> TestClients.CATALOGUE.position(feature.name()).orElseThrow())
            .toArray();
    return clients.stream()
        .map(client -> at(places, client.values()))
        .map(values -> ensembles.stream().mapToDouble(of -> of.margin(values, 0)).toArray())
        .toList();
  }

  private static float[] at(int[] places, float[] values) {
    float[] chosen = new float[places.length];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = values[places[i]];
    }
    return chosen;
  }

  /** The mean of squares less the square of the mean. */
  private static double variance(double[] values) {
    double mean = Arrays.stream(values).sum() / values.length;
    return Arrays.stream(values).map(value -> value * value).sum() / values.length - mean * mean;
  }

  @Test
  void theModelDirectoryComesBackAsItWent() throws IOException {
    TrainedModel model = train(TestClients.in(spark(), TestClients.of(1500, 1.5)));
    ModelStore store = new ModelStore(directory.resolve("models"));

    store.write(model);
    TrainedModel back = store.newest((card, catalogue) -> true).orElseThrow();

    assertThat(back.card()).isEqualTo(model.card());
    assertThat(back.catalogue()).isEqualTo(model.catalogue());
    assertThat(back.reference().bytes()).isEqualTo(model.reference().bytes());
    assertThat(back.boosters().json(2)).isEqualTo(model.boosters().json(2));
    assertThat(back.folds().size()).isEqualTo(1500);
    assertThat(back.folds().of(1)).isEqualTo(new Folds(3, 1).of(1));
    assertThat(store.newest((card, catalogue) -> false)).isEmpty();
    assertThat(model.card().calibration().slope()).isCloseTo(1, within(0.15));
  }

  /** The probabilities that clients are drawn with are the best there can be: AUC 0.81 here. */
  @Test
  void theCardTellsWhatWasMeasured() {
    Evaluation evaluation =
        train(TestClients.in(spark(), TestClients.of(3000, 1.5))).card().evaluation();

    assertThat(evaluation.folds()).extracting(Figures::fold).containsExactly(0, 1, 2);
    assertThat(evaluation.folds().stream().mapToLong(Figures::clients).sum()).isEqualTo(3000);
    assertThat(evaluation.overall().auc()).isBetween(0.77, 0.85);
    assertThat(evaluation.challenger().auc()).isBetween(0.78, 0.86);
    assertThat(BigDecimal.valueOf(evaluation.challenger().auc()).scale()).isLessThanOrEqualTo(6);
    assertThat(evaluation.challenger().swapIn().clients())
        .isEqualTo(evaluation.challenger().swapOut().clients());
    assertThat(evaluation.reliability()).hasSize(10);
    assertThat(evaluation.roc()).hasSizeLessThanOrEqualTo(200);
    assertThat(evaluation.cost().policyCutOff()).isCloseTo(1 / 11.0, within(1e-12));
    assertThat(evaluation.groups()).isEmpty();
    assertThat(evaluation.locked()).isNull();
    assertThat(evaluation.selection().candidates()).isEqualTo(2);
    assertThat(evaluation.notFor().en()).hasSameSizeAs(evaluation.notFor().fr()).isNotEmpty();
  }

  @Test
  void whatDoesNotRankIsRefused() {
    Dataset<ClientValues> noise = TestClients.in(spark(), TestClients.of(2000, 0));

    assertThatThrownBy(() -> train(noise))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("training refused: the calibration slope is")
        .hasMessageContaining("does not rank");
  }

  @Test
  void xgboostIsToldToBeSilent() {
    XGBoostClassifier classifier = new XGBoostClassifier();
    Silence.of(classifier);

    assertThat(classifier.getXGBoostParams().get("silent").get()).isEqualTo("true");
  }

  private TrainedModel train(Dataset<ClientValues> clients) {
    PipelineSettings settings = SmallSettings.in(directory);
    return new Stages(new PrintStream(PrintStream.nullOutputStream()))
        .run(
            "train",
            stage ->
                new Trainer(settings.training(), settings.costRatio())
                    .train(
                        new Trainer.Source(clients, TestClients.CATALOGUE, true, "f", List.of()),
                        ID,
                        NOW,
                        stage));
  }
}
