package org.creditscoring.pipeline.training;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.slice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.creditscoring.model.card.ModelCard;
import org.creditscoring.model.decision.ReferencePopulation;
import org.creditscoring.model.feature.Catalogue;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.tree.Ensemble;
import org.creditscoring.pipeline.feature.ClientValues;
import org.creditscoring.pipeline.run.BadDataException;
import org.creditscoring.pipeline.run.Stages;
import org.creditscoring.pipeline.run.TrainingSettings;
import org.creditscoring.pipeline.table.MappedIterator;
import org.creditscoring.pipeline.table.Records;

/** Trains a cross-fitted model on past clients. */
public final class Trainer {
  static final String USE_ANOTHER =
      "An existing model can still score these clients: run without --retrain and name its directory by --models.";
  private static final String VALUES = "values";
  private static final String OUTCOME = "outcome";

  private final TrainingSettings settings;
  private final double costRatio;

  public Trainer(TrainingSettings settings, double costRatio) {
    this.settings = settings;
    this.costRatio = costRatio;
  }

  /**
   * What a model is trained from.
   *
   * @param clients past and current; only those with an outcome are learned from
   * @param synthetic whether they were generated
   * @param fingerprint of the raw tables
   * @param absent names of the tables that are not there
   */
  public record Source(
      Dataset<ClientValues> clients,
      Catalogue catalogue,
      boolean synthetic,
      String fingerprint,
      List<String> absent) {}

  /**
   * @param modelId name of the new model
   * @throws BadDataException if there are too few defaults, or what was learned does not rank
   */
  public TrainedModel train(Source source, String modelId, Instant now, Stages.Stage stage) {
    Dataset<ClientValues> past =
        source.clients().filter((FilterFunction<ClientValues>) client -> client.outcome() >= 0);
    long clients = past.count();
    long defaults = past.filter(col(OUTCOME).equalTo(1)).count();
    requireEnough(clients, defaults);
    stage.rows(clients);
    Boosters boosters = boosters(past, source.catalogue().features().size(), stage);
    List<OutOfFold> margins = outOfFold(past, boosters);
    Calibrations calibrations = Calibrations.fit(margins, settings.folds(), settings.minSlope());
    float[] published = new float[margins.size()];
    byte[] outcomes = new byte[margins.size()];
    for (int i = 0; i < published.length; i++) {
      published[i] = calibrations.margin(margins.get(i));
      outcomes[i] = margins.get(i).outcome();
    }
    Evaluation evaluation = Evaluation.of(published, outcomes);
    ModelCard card =
        new ModelCard(
            modelId,
            now.toString(),
            source.synthetic(),
            source.catalogue().features().stream().map(Feature::name).toList(),
            costRatio,
            calibrations.folds(),
            calibrations.mean(),
            new ModelCard.Metrics(evaluation.discrimination()),
            evaluation.calibration(),
            provenance(source, clients, defaults, past.sparkSession().version()));
    stage.say(
        String.format(
            Locale.ROOT,
            "out of fold: AUC %.4f, Brier %.4f, calibration slope %.3f, ECE %.4f",
            card.metrics().outOfFold().auc(),
            card.metrics().outOfFold().brier(),
            card.calibration().slope(),
            card.calibration().ece()));
    return new TrainedModel(
        card, source.catalogue(), boosters, foldOf(margins), ReferencePopulation.of(published));
  }

  private void requireEnough(long clients, long defaults) {
    if (defaults < settings.minDefaults() || defaults == clients) {
      throw new BadDataException(
          String.format(
              Locale.ROOT,
              "training refused: %,d past clients with %,d defaults; at least %,d defaults, and clients that repaid, are needed. %s",
              clients,
              defaults,
              settings.minDefaults(),
              USE_ANOTHER));
    }
  }

  private Boosters boosters(Dataset<ClientValues> past, int features, Stages.Stage stage) {
    Folds folds = new Folds(settings.folds(), settings.salt());
    BoosterTrainer trainer = new BoosterTrainer(settings);
    List<byte[]> boosters = new ArrayList<>();
    for (int k = 0; k < settings.folds(); k++) {
      int fold = k;
      long start = System.nanoTime();
      Dataset<Row> rows =
          past.filter((FilterFunction<ClientValues>) client -> folds.of(client.id()) != fold)
              .select(
                  col("id").as(BoosterTrainer.ID),
                  col(OUTCOME).cast(DataTypes.FloatType).as(BoosterTrainer.LABEL),
                  slice(col(VALUES), lit(1), lit(features)).as(BoosterTrainer.FEATURES));
      boosters.add(trainer.train(rows));
      stage.say(
          String.format(
              Locale.ROOT,
              "fold %d of %d trained in %.1f s",
              fold + 1,
              settings.folds(),
              (System.nanoTime() - start) / 1e9));
    }
    return Boosters.of(boosters);
  }

  private List<OutOfFold> outOfFold(Dataset<ClientValues> past, Boosters boosters) {
    Folds folds = new Folds(settings.folds(), settings.salt());
    MapPartitionsFunction<ClientValues, OutOfFold> score =
        clients -> {
          List<Ensemble> ensembles = boosters.ensembles();
          return new MappedIterator<>(
              clients,
              client -> {
                byte fold = folds.of(client.id());
                double margin = ensembles.get(fold).margin(client.values(), 0);
                return new OutOfFold(client.id(), fold, client.outcome(), margin);
              });
        };
    List<OutOfFold> margins =
        new ArrayList<>(
            past.mapPartitions(score, Records.encoder(OutOfFold.class)).collectAsList());
    margins.sort(Comparator.comparingInt(OutOfFold::id));
    return margins;
  }

  private static FoldOf foldOf(List<OutOfFold> margins) {
    byte[] folds = new byte[margins.size()];
    for (int i = 0; i < folds.length; i++) {
      folds[i] = margins.get(i).fold();
    }
    return FoldOf.of(margins.stream().mapToInt(OutOfFold::id).toArray(), folds);
  }

  private ModelCard.Provenance provenance(
      Source source, long clients, long defaults, String spark) {
    Map<String, String> parameters = new LinkedHashMap<>(settings.booster().named());
    parameters.put("folds", String.valueOf(settings.folds()));
    parameters.put("salt", String.valueOf(settings.salt()));
    parameters.put("num_workers", String.valueOf(settings.workers()));
    return new ModelCard.Provenance(
        source.fingerprint(),
        Math.toIntExact(clients),
        Math.toIntExact(defaults),
        settings.seed(),
        parameters,
        Versions.of(spark),
        source.absent());
  }
}
