package org.creditscoring.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.creditscoring.model.decision.CutOff;
import org.creditscoring.model.feature.Catalogue;
import org.creditscoring.model.snapshot.Manifest;
import org.creditscoring.model.snapshot.SnapshotId;
import org.creditscoring.pipeline.cache.Cache;
import org.creditscoring.pipeline.cache.Caching;
import org.creditscoring.pipeline.feature.ClientValues;
import org.creditscoring.pipeline.feature.FeatureStage;
import org.creditscoring.pipeline.feature.FullCatalogue;
import org.creditscoring.pipeline.feature.history.ClientHistory;
import org.creditscoring.pipeline.feature.history.HistoryStage;
import org.creditscoring.pipeline.file.DirectoryLock;
import org.creditscoring.pipeline.file.Durable;
import org.creditscoring.pipeline.raw.RawData;
import org.creditscoring.pipeline.raw.RawDirectory;
import org.creditscoring.pipeline.raw.RawReader;
import org.creditscoring.pipeline.run.PipelineSettings;
import org.creditscoring.pipeline.run.Stages;
import org.creditscoring.pipeline.scoring.ScoredClient;
import org.creditscoring.pipeline.scoring.Scorer;
import org.creditscoring.pipeline.snapshot.Publication;
import org.creditscoring.pipeline.snapshot.SnapshotWriter;
import org.creditscoring.pipeline.training.Evaluations;
import org.creditscoring.pipeline.training.ModelStore;
import org.creditscoring.pipeline.training.TrainedModel;
import org.creditscoring.pipeline.training.Trainer;

/** One refresh: raw tables in, a published snapshot out. It wires the stages and nothing else. */
public final class Refresh {
  /** The stage that is there only when a model is trained. */
  static final String TRAIN = "train a model";

  private final SparkSession spark;
  private final PipelineSettings settings;
  private final Stages stages;
  private final Clock clock;
  private final SecureRandom salts = new SecureRandom();

  public Refresh(SparkSession spark, PipelineSettings settings, Stages stages, Clock clock) {
    this.spark = spark;
    this.settings = settings;
    this.stages = stages;
    this.clock = clock;
  }

  /** Which model scores. */
  public enum Training {
    /** The newest one; a new one if there is none. */
    IF_NEEDED,
    ALWAYS
  }

  private record Inputs(RawData raw, boolean synthetic) {}

  /**
   * Publishes a snapshot.
   *
   * @throws org.creditscoring.pipeline.run.BadDataException if the input, or a directory, does not
   *     allow it; then nothing published before has been touched
   */
  public Manifest run(Training training, Caching caching) throws IOException {
    RawDirectory directory = new RawDirectory(settings.raw());
    Path snapshots = settings.snapshots();
    Durable.directory(snapshots, "snapshots");
    try (DirectoryLock lock = DirectoryLock.take(snapshots)) {
      Publication publication = Publication.begin(snapshots, newId(now()));
      stages.of(publication.id());
      try (Cache cache = Cache.of(caching, settings.cache(), stages::say)) {
        Manifest manifest = run(directory, training, publication, cache);
        stages.table();
        stages.say(
            "published " + manifest.snapshotId() + ": " + format(manifest.clients()) + " clients");
        return manifest;
      } finally {
        publication.abandon();
        spark.catalog().clearCache();
      }
    }
  }

  private Manifest run(
      RawDirectory directory, Training training, Publication publication, Cache cache) {
    Inputs inputs = stages.run("read raw tables", stage -> read(directory, cache, stage));
    RawData raw = inputs.raw();
    Optional<TrainedModel> existing =
        training == Training.ALWAYS
            ? Optional.empty()
            : stages.run("look for a model", stage -> existing(inputs, stage));
    Catalogue catalogue =
        existing.map(TrainedModel::catalogue).orElseGet(() -> FullCatalogue.without(raw.absent()));
    Map<String, Dataset<ClientHistory>> history =
        stages.run(
            "compute history features",
            stage -> {
              FeatureStage.unknownCodes(raw.applications(), catalogue).forEach(stage::warn);
              stage.say(
                  catalogue.features().size()
                      + " features, "
                      + catalogue.inputs().size()
                      + " inputs of row features, "
                      + catalogue.forbidden().size()
                      + " forbidden kept apart");
              return new HistoryStage(spark, cache).tables(raw, stage);
            });
    Dataset<ClientValues> values = FeatureStage.values(raw.applications(), history, catalogue);
    TrainedModel model =
        existing.orElseGet(
            () -> stages.run(TRAIN, stage -> train(inputs, catalogue, values, stage)));
    CutOff cutOff = new CutOff(settings.costRatio());
    Scorer scorer = Scorer.of(model, cutOff);
    SnapshotWriter writer = new SnapshotWriter(spark, publication.staging(), model);
    Dataset<ScoredClient> clients =
        stages.run(
            "score and explain every client",
            stage -> {
              stage.rows(raw.clients());
              stage.expect(Stages.Measure.ROWS_WRITTEN, raw.clients());
              if (model.card().costRatio() != settings.costRatio()) {
                stage.warn(
                    String.format(
                        Locale.ROOT,
                        "decisions are taken at a cost ratio of %s, and the model's card tells what one of %s does: --retrain makes a card of today's",
                        settings.costRatio(),
                        model.card().costRatio()));
              }
              int partitions = settings.spark().shufflePartitions();
              Dataset<ClientValues> own = FeatureStage.select(values, catalogue, model.catalogue());
              return writer.clients(scorer.score(own, partitions), raw.clients());
            });
    stages.run(
        "distributions and importance",
        stage -> {
          stage.rows(raw.clients());
          writer.aggregates(clients, raw.clients(), cutOff);
          return stage;
        });
    return stages.run(
        "verify and publish",
        stage -> {
          Manifest manifest =
              writer.finish(
                  clients,
                  new SnapshotWriter.Facts(
                      publication.id(),
                      now(),
                      inputs.synthetic() || model.card().synthetic(),
                      cutOff,
                      scorer.baseValues(),
                      raw.absent(),
                      inputs.raw().fingerprint()));
          publication.publish();
          return manifest;
        });
  }

  private Inputs read(RawDirectory directory, Cache cache, Stages.Stage stage) {
    RawReader reader = new RawReader(spark, settings.maxBadShare(), cache);
    RawData raw = RawData.read(directory, reader, stage);
    stage.rows(raw.rows());
    return new Inputs(raw, directory.synthetic());
  }

  private Optional<TrainedModel> existing(Inputs inputs, Stages.Stage stage) {
    RawData raw = inputs.raw();
    Optional<TrainedModel> found =
        new ModelStore(settings.models())
            .newest(
                (card, catalogue) -> {
                  if (card.synthetic() != inputs.synthetic()) {
                    stage.warn(
                        String.format(
                            "the model %s is passed over: it was trained on %s clients, and these"
                                + " are %s",
                            card.modelId(), kind(card.synthetic()), kind(inputs.synthetic())));
                    return false;
                  }
                  List<String> missing = FeatureStage.missing(raw.applications(), catalogue);
                  if (!missing.isEmpty()) {
                    stage.warn("a model is passed over, for want of " + String.join(", ", missing));
                  }
                  return missing.isEmpty();
                })
            .map(new Evaluations(settings.models())::completed);
    stage.say(
        found
            .map(model -> "the model " + model.card().modelId() + " scores")
            .orElse(
                "there is no model in " + settings.models() + " that can score: one is trained"));
    return found;
  }

  private TrainedModel train(
      Inputs inputs, Catalogue catalogue, Dataset<ClientValues> values, Stages.Stage stage)
      throws IOException {
    ModelStore store = new ModelStore(settings.models());
    // Trained on again and again, then scored: worked out once.
    values.persist(StorageLevel.MEMORY_AND_DISK());
    try (DirectoryLock lock = store.prepare()) {
      Instant now = now();
      TrainedModel trained =
          new Trainer(settings.training(), settings.costRatio())
              .train(
                  new Trainer.Source(
                      values,
                      catalogue,
                      inputs.synthetic(),
                      inputs.raw().fingerprint(),
                      inputs.raw().absent()),
                  newId(now),
                  now,
                  stage);
      TrainedModel model = new Evaluations(settings.models()).completed(trained);
      store.write(model);
      stage.say("the model " + model.card().modelId() + " is written to " + settings.models());
      return model;
    }
  }

  private static String kind(boolean synthetic) {
    return synthetic ? "synthetic" : "real";
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private String newId(Instant now) {
    return SnapshotId.of(now, salts.nextInt());
  }

  private static String format(int count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
