package org.creditscoring.pipeline;

import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.creditscoring.model.feature.Catalogue;
import org.creditscoring.pipeline.feature.ClientValues;
import org.creditscoring.pipeline.feature.FeatureStage;
import org.creditscoring.pipeline.raw.RawData;
import org.creditscoring.pipeline.raw.RawDirectory;
import org.creditscoring.pipeline.raw.RawReader;
import org.creditscoring.pipeline.run.PipelineSettings;
import org.creditscoring.pipeline.run.Stages;

/** The first stages of a measurement: raw tables to values, kept for the many looks at them. */
final class ClientReader {
  private final SparkSession spark;
  private final PipelineSettings settings;
  private final Stages stages;

  ClientReader(SparkSession spark, PipelineSettings settings, Stages stages) {
    this.spark = spark;
    this.settings = settings;
    this.stages = stages;
  }

  /**
   * @param what the stage is called
   * @throws org.creditscoring.pipeline.run.BadDataException if the tables do not allow it
   */
  RawData read(Path directory, String what) {
    return stages.run(
        what,
        stage -> {
          RawReader reader = new RawReader(spark, settings.maxBadShare());
          RawData raw = RawData.read(new RawDirectory(directory), reader, stage);
          stage.rows(raw.clients());
          return raw;
        });
  }

  Dataset<ClientValues> values(RawData raw, Catalogue catalogue, String what) {
    return stages.run(
        what,
        stage -> {
          Dataset<ClientValues> values =
              FeatureStage.values(FeatureStage.clients(raw), catalogue)
                  .persist(StorageLevel.MEMORY_AND_DISK());
          stage.rows(values.count());
          return values;
        });
  }
}
