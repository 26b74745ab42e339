package org.creditscoring.pipeline.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import ml.dmlc.xgboost4j.scala.spark.XGBoostClassifier;
import org.apache.spark.sql.Dataset;
import org.creditscoring.model.feature.Catalogue;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Groups;
import org.creditscoring.model.feature.Unit;
import org.creditscoring.pipeline.SmallSettings;
import org.creditscoring.pipeline.SparkTest;
import org.creditscoring.pipeline.feature.ClientValues;
import org.creditscoring.pipeline.run.BadDataException;
import org.creditscoring.pipeline.run.PipelineSettings;
import org.creditscoring.pipeline.run.Stages;
import org.creditscoring.pipeline.table.Records;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest extends SparkTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final String ID = "20261122T120000Z-00000a";
  private static final Catalogue CATALOGUE =
      new Catalogue(List.of(feature("SIGNAL"), feature("NOISE")), List.of(), List.of());

  @TempDir Path directory;

  @Test
  void theSameRowsAndSeedGiveTheSameBytesWhateverTheirOrder() {
    List<ClientValues> clients = clients(2000, 1.5);
    List<ClientValues> shuffled = new ArrayList<>(clients);
    Collections.shuffle(shuffled, new Random(9));

    TrainedModel one = train(spark().createDataset(clients, Records.encoder(ClientValues.class)));
    TrainedModel two =
        train(spark().createDataset(shuffled, Records.encoder(ClientValues.class)).repartition(5));

    for (int fold = 0; fold < 3; fold++) {
      assertThat(one.boosters().json(fold)).isEqualTo(two.boosters().json(fold));
    }
    assertThat(one.card()).isEqualTo(two.card());
    assertThat(one.reference().bytes()).isEqualTo(two.reference().bytes());
  }

  @Test
  void theModelDirectoryComesBackAsItWent() throws IOException {
    TrainedModel model =
        train(spark().createDataset(clients(1500, 1.5), Records.encoder(ClientValues.class)));
    ModelStore store = new ModelStore(directory.resolve("models"));

    store.write(model);
    TrainedModel back = store.newest((card, catalogue) -> true).orElseThrow();

    assertThat(back.card()).isEqualTo(model.card());
    assertThat(back.catalogue()).isEqualTo(CATALOGUE);
    assertThat(back.reference().bytes()).isEqualTo(model.reference().bytes());
    assertThat(back.boosters().json(2)).isEqualTo(model.boosters().json(2));
    assertThat(back.folds().size()).isEqualTo(1500);
    assertThat(back.folds().of(1)).isEqualTo(new Folds(3, 1).of(1));
    assertThat(store.newest((card, catalogue) -> false)).isEmpty();
    assertThat(model.card().calibration().slope()).isCloseTo(1, within(0.15));
  }

  @Test
  void whatDoesNotRankIsRefused() {
    Dataset<ClientValues> noise =
        spark().createDataset(clients(2000, 0), Records.encoder(ClientValues.class));

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

  /** Outcomes whose log-odds rise with the first value by {@code strength}. */
  private static List<ClientValues> clients(int count, double strength) {
    Random random = new Random(4);
    List<ClientValues> clients = new ArrayList<>();
    for (int id = 1; id <= count; id++) {
      double signal = random.nextGaussian();
      boolean bad = random.nextDouble() < 1 / (1 + Math.exp(1 - strength * signal));
      float noise = id % 7 == 0 ? Float.NaN : (float) random.nextGaussian();
      clients.add(new ClientValues(id, (byte) (bad ? 1 : 0), new float[] {(float) signal, noise}));
    }
    return clients;
  }

  private TrainedModel train(Dataset<ClientValues> clients) {
    PipelineSettings settings = SmallSettings.in(directory);
    return new Stages(new PrintStream(PrintStream.nullOutputStream()))
        .run(
            "train",
            stage ->
                new Trainer(settings.training(), settings.costRatio())
                    .train(
                        new Trainer.Source(clients, CATALOGUE, true, "f", List.of()),
                        ID,
                        NOW,
                        stage));
  }

  private static Feature feature(String name) {
    return Feature.number(name, Unit.NONE)
        .group(Groups.EXTERNAL_SCORES)
        .label(name, name)
        .description(name, name)
        .build();
  }
}
