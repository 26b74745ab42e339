package org.creditscoring.pipeline;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.creditscoring.model.decision.CutOff;
import org.creditscoring.model.feature.Catalogue;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.pipeline.cache.Cache;
import org.creditscoring.pipeline.cache.Caching;
import org.creditscoring.pipeline.drift.Cuts;
import org.creditscoring.pipeline.feature.ApplicationCatalogue;
import org.creditscoring.pipeline.feature.ClientValues;
import org.creditscoring.pipeline.feature.FeatureStage;
import org.creditscoring.pipeline.raw.RawData;
import org.creditscoring.pipeline.raw.RawDirectory;
import org.creditscoring.pipeline.raw.RawReader;
import org.creditscoring.pipeline.raw.SetAside;
import org.creditscoring.pipeline.run.PipelineSettings;
import org.creditscoring.pipeline.run.Stages;
import org.creditscoring.pipeline.scoring.ScoredClient;
import org.creditscoring.pipeline.scoring.Scorer;
import org.creditscoring.pipeline.snapshot.Publication;
import org.creditscoring.pipeline.snapshot.SnapshotWriter;
import org.creditscoring.pipeline.training.TrainedModel;
import org.creditscoring.pipeline.training.Trainer;

/**
 * Writes the golden snapshot that serving's tests read: 64 made-up clients in two part files, a few
 * features of every kind, an input and a forbidden feature. Run its {@code main} from the IDE, or
 * by Maven's exec plugin in test scope, with the directory to publish in; do so only for a new
 * format, or for tables that come later to one, beside what is there. Those that are there have two
 * folds, as their trainer made them: what an older writer wrote is what a reader must go on
 * reading.
 */
public final class GoldenSnapshot {
  private static final Instant MADE = Instant.parse("2026-01-02T03:04:05Z");
  private static final String ID = "20260102T030405Z-00901d";
  private static final Set<String> FEATURES =
      Set.of(
          "AMT_CREDIT",
          "NAME_INCOME_TYPE",
          "FLAG_OWN_CAR",
          "EXT_SOURCE_2",
          "AGE_YEARS",
          "CREDIT_TERM",
          "AMT_ANNUITY");
  private static final Set<String> INPUTS = Set.of("DAYS_BIRTH");
  private static final Set<String> FORBIDDEN = Set.of("CODE_GENDER");

  /** Part files hold 65,536 ids each; this puts clients on both sides of 131,072. */
  private static final int FIRST_CLIENT = 131_040;

  private static final int PAST = 56;
  private static final int CURRENT = 8;

  private GoldenSnapshot() {}

  public static void main(String[] args) throws IOException {
    Path raw = Files.createTempDirectory("golden-raw");
    new TinyRaw(raw).population(FIRST_CLIENT, PAST, CURRENT, 6);
    write(OneSpark.session(), raw, Path.of(args[0]));
  }

  private static void write(SparkSession spark, Path raw, Path root) throws IOException {
    PipelineSettings settings =
        PipelineSettings.of(
            ConfigFactory.parseString(
                    "credit.pipeline.training { folds = 3, minDefaults = 1, booster { maxDepth = 2, rounds = 8, eta = 0.5, lambda = 1, minChildWeight = 1, subsample = 1, featuresByTree = 100 } }")
                .withFallback(ConfigFactory.defaultReference())
                .resolve());
    Stages stages = new Stages(System.out);
    Catalogue all = ApplicationCatalogue.catalogue();
    Catalogue catalogue =
        new Catalogue(
            only(all.features(), FEATURES),
            only(all.inputs(), INPUTS),
            only(all.forbidden(), FORBIDDEN));
    Cache cache = Cache.of(Caching.NOTHING, raw, stages::say);
    RawData data =
        stages.run(
            "read",
            stage ->
                RawData.read(
                    new RawDirectory(raw),
                    new RawReader(
                        spark,
                        settings.inputs(),
                        cache,
                        SetAside.of(settings.inputs(), ID, stages::warn)),
                    stage));
    Dataset<ClientValues> values = FeatureStage.values(data.applications(), catalogue).cache();
    TrainedModel model =
        stages.run(
            "train",
            stage ->
                new Trainer(settings.training(), settings.costRatio())
                    .train(
                        new Trainer.Source(values, catalogue, true, "0".repeat(64), data.absent()),
                        ID,
                        MADE,
                        stage));
    CutOff cutOff = new CutOff(settings.costRatio());
    Scorer scorer = Scorer.of(model, cutOff);
    Files.createDirectories(root);
    Publication publication = Publication.begin(root, ID);
    SnapshotWriter writer = new SnapshotWriter(spark, publication.staging(), model);
    Dataset<ClientValues> own = FeatureStage.select(values, catalogue, model.catalogue());
    Dataset<ScoredClient> clients = writer.clients(scorer.score(own, 2), data.clients());
    Cuts[] cuts =
        Stream.of(model.catalogue().features(), model.catalogue().inputs())
            .flatMap(List::stream)
            .map(Cuts::of)
            .toArray(Cuts[]::new);
    writer.aggregates(clients, data.clients(), cutOff, cuts);
    writer.finish(
        clients,
        new SnapshotWriter.Facts(
            ID, MADE, true, cutOff, scorer.baseValues(), data.absent(), Map.of(), "0".repeat(64)));
    publication.publish();
    cache.close();
  }

  private static List<Feature> only(List<Feature> features, Set<String> names) {
    return features.stream().filter(feature -> names.contains(feature.name())).toList();
  }
}
