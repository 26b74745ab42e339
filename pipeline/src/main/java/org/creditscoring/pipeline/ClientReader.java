package org.creditscoring.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.creditscoring.model.feature.Catalogue;
import org.creditscoring.model.snapshot.SnapshotId;
import org.creditscoring.pipeline.cache.Cache;
import org.creditscoring.pipeline.cache.Caching;
import org.creditscoring.pipeline.feature.ClientValues;
import org.creditscoring.pipeline.feature.FeatureStage;
import org.creditscoring.pipeline.feature.history.ClientHistory;
import org.creditscoring.pipeline.feature.history.HistoryStage;
import org.creditscoring.pipeline.raw.RawData;
import org.creditscoring.pipeline.raw.RawDirectory;
import org.creditscoring.pipeline.raw.RawReader;
import org.creditscoring.pipeline.raw.SetAside;
import org.creditscoring.pipeline.run.PipelineSettings;
import org.creditscoring.pipeline.run.Stages;

/** The first stages of a measurement: raw tables to values, kept for the many looks at them. */
final class ClientReader implements AutoCloseable {
  private final SparkSession spark;
  private final PipelineSettings settings;
  private final Stages stages;
  private final Cache cache;
  private final SetAside setAside;

  ClientReader(SparkSession spark, PipelineSettings settings, Stages stages, Caching caching)
      throws IOException {
    this.spark = spark;
    this.settings = settings;
    this.stages = stages;
    this.cache = Cache.of(caching, settings.cache(), stages::say);
    this.setAside =
        SetAside.of(
            settings.inputs(),
            SnapshotId.of(Instant.now(), new SecureRandom().nextInt()),
            stages::warn);
  }

  /**
   * @param what the stage is called
   * @throws org.creditscoring.pipeline.run.BadDataException if the tables do not allow it
   */
  RawData read(Path directory, String what) {
    return stages.run(
        what,
        stage -> {
          RawReader reader =
              new RawReader(spark, settings.inputs().ofSomeTables(), cache, setAside);
          RawData raw = RawData.read(new RawDirectory(directory), reader, stage);
          stage.rows(raw.rows());
          return raw;
        });
  }

  Dataset<ClientValues> values(RawData raw, Catalogue catalogue, String what) {
    return stages.run(
        what,
        stage -> {
          Map<String, Dataset<ClientHistory>> history =
              new HistoryStage(spark, cache).tables(raw, stage);
          Dataset<ClientValues> values =
              FeatureStage.values(raw.applications(), history, catalogue)
                  .persist(StorageLevel.MEMORY_AND_DISK());
          stage.rows(values.count());
          return values;
        });
  }

  /** Lets go of the values and of the cache. */
  @Override
  public void close() throws IOException {
    spark.catalog().clearCache();
    cache.close();
  }
}
