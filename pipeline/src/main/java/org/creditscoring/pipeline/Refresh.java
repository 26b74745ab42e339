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
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.creditscoring.model.decision.CutOff;
import org.creditscoring.model.feature.Catalogue;
import org.creditscoring.model.snapshot.GateReport;
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
import org.creditscoring.pipeline.file.NextId;
import org.creditscoring.pipeline.gate.Candidate;
import org.creditscoring.pipeline.gate.GateStage;
import org.creditscoring.pipeline.gate.GateWords;
import org.creditscoring.pipeline.gate.ScoredBy;
import org.creditscoring.pipeline.raw.RawData;
import org.creditscoring.pipeline.raw.RawDirectory;
import org.creditscoring.pipeline.raw.RawReader;
import org.creditscoring.pipeline.raw.SetAside;
import org.creditscoring.pipeline.run.BadDataException;
import org.creditscoring.pipeline.run.Disk;
import org.creditscoring.pipeline.run.HeldException;
import org.creditscoring.pipeline.run.PipelineSettings;
import org.creditscoring.pipeline.run.RunReport;
import org.creditscoring.pipeline.run.Stages;
import org.creditscoring.pipeline.scoring.ScoredClient;
import org.creditscoring.pipeline.scoring.Scorer;
import org.creditscoring.pipeline.snapshot.Census;
import org.creditscoring.pipeline.snapshot.HeldModels;
import org.creditscoring.pipeline.snapshot.Publication;
import org.creditscoring.pipeline.snapshot.SnapshotWriter;
import org.creditscoring.pipeline.snapshots.Pruning;
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

  private record Judged(Manifest manifest, GateReport report) {}

  /**
   * Publishes a snapshot.
   *
   * @throws org.creditscoring.pipeline.run.BadDataException if the input, or a directory, does not
   *     allow it; then nothing published before has been touched
   * @throws HeldException if a gate keeps it back, likewise
   */
  public Manifest run(Training training, Caching caching) throws IOException {
    RawDirectory directory = new RawDirectory(settings.raw());
    Path snapshots = settings.snapshots();
    Durable.directory(snapshots, "snapshots");
    try (DirectoryLock lock = DirectoryLock.take(snapshots)) {
      Publication publication = Publication.begin(snapshots, newId(snapshots, now()));
      stages.of(publication.id());
      try (Cache cache = Cache.of(caching, settings.cache(), stages::say)) {
        Judged judged = watched(directory, training, publication, cache);
        if (judged.report().level() != GateReport.Level.STOP) {
          prune();
        }
        stages.table();
        if (judged.report().level() == GateReport.Level.STOP) {
          throw new HeldException(
              publication.id(), GateWords.held(judged.report(), publication.held()));
        }
        Manifest manifest = judged.manifest();
        stages.say(
            "published " + manifest.snapshotId() + ": " + format(manifest.clients()) + " clients");
        return manifest;
      } finally {
        publication.abandon();
        spark.catalog().clearCache();
      }
    }
  }

  private Judged watched(
      RawDirectory directory, Training training, Publication publication, Cache cache) {
    try {
      return run(directory, training, publication, cache);
    } catch (Exception | Error e) {
      Disk.blame(e, settings.written());
      throw e;
    }
  }

  private Judged run(
      RawDirectory directory, Training training, Publication publication, Cache cache) {
    SetAside setAside = SetAside.of(settings.inputs(), publication.id(), stages::warn);
    RawReader reader = new RawReader(spark, settings.inputs(), cache, setAside);
    Inputs inputs = stages.run("read raw tables", stage -> read(directory, reader, stage));
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
    GateStage gates =
        stages.run(
            "look at what is published",
            stage -> GateStage.of(spark, settings.snapshots(), settings.gates(), stage));
    Census census =
        stages.run(
            "distributions and importance",
            stage -> {
              stage.rows(raw.clients());
              return writer.aggregates(clients, raw.clients(), cutOff, gates.cuts(model));
            });
    boolean synthetic = inputs.synthetic() || model.card().synthetic();
    GateReport report =
        stages.run(
            "gates",
            stage ->
                gates.judge(
                    new Candidate(
                        publication.id(),
                        publication.staging(),
                        synthetic,
                        ScoredBy.of(model),
                        raw.counts(),
                        census,
                        writer.notAddressable()),
                    stage));
    return stages.run(
        report.level() == GateReport.Level.STOP ? "verify and hold" : "verify and publish",
        stage -> {
          writer.gates(report);
          Manifest manifest =
              writer.finish(
                  clients,
                  new SnapshotWriter.Facts(
                      publication.id(),
                      now(),
                      synthetic,
                      cutOff,
                      scorer.baseValues(),
                      raw.absent(),
                      raw.setAside(),
                      raw.fingerprint()));
          raw.requireSame(directory);
          if (report.level() == GateReport.Level.STOP) {
            publication.hold(settings.gates().keepHeld(), stage::say);
            stages.outcome(RunReport.Outcome.HELD);
          } else {
            publication.publish();
            stages.outcome(RunReport.Outcome.PUBLISHED);
          }
          return new Judged(manifest, report);
        });
  }

  /** What is published stays published, whatever becomes of the old ones. */
  private void prune() {
    try {
      Pruning.Done done = new Pruning(settings.snapshots(), settings.keep(), clock.instant()).run();
      done.removed().forEach(old -> stages.say("removed the old snapshot " + old.id()));
      done.spared().forEach(stages::say);
    } catch (IOException | BadDataException e) {
      stages.warn("old snapshots are not removed: " + e.getMessage());
    }
  }

  private Inputs read(RawDirectory directory, RawReader reader, Stages.Stage stage) {
    RawData raw = RawData.read(directory, reader, stage);
    stage.rows(raw.rows());
    return new Inputs(raw, directory.synthetic());
  }

  private Optional<TrainedModel> existing(Inputs inputs, Stages.Stage stage) throws IOException {
    RawData raw = inputs.raw();
    ModelStore store = new ModelStore(settings.models());
    store.sweep();
    Set<String> heldBack = HeldModels.in(settings.snapshots());
    Optional<TrainedModel> found =
        store
            .newest(
                (card, catalogue) -> {
                  if (heldBack.contains(card.modelId())) {
                    stage.warn(
                        "the model "
                            + card.modelId()
                            + " is passed over: a gate keeps back all that it scored; publishing that by hand accepts it");
                    return false;
                  }
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
            .map(model -> new Evaluations(settings.models()).completed(model, stage::warn));
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
                  newId(settings.models(), now),
                  now,
                  stage);
      TrainedModel model = new Evaluations(settings.models()).completed(trained, stage::warn);
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

  private String newId(Path directory, Instant now) throws IOException {
    String id = NextId.in(directory, now, salts::nextInt);
    if (!SnapshotId.made(id).equals(Optional.of(now))) {
      stages.warn(
          String.format(
              "the clock says %s, and %s holds something later: was it set back? What is made now takes the second after, %s",
              now, directory, id));
    }
    return id;
  }

  private static String format(int count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
