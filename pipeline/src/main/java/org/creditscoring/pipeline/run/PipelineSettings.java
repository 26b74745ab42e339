package org.creditscoring.pipeline.run;

import com.typesafe.config.Config;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Every setting of a refresh; the defaults and their meaning stand in {@code reference.conf}.
 *
 * @param raw directory of the raw tables
 * @param snapshots directory that the snapshot is published in
 * @param models directory of the trained models
 * @param cache directory of the tables kept for the next refresh
 * @param log file of one JSON line for each stage of each refresh
 * @param spark how Spark runs
 * @param inputs what is done about raw tables that are not quite what they should be
 * @param costRatio of the cut-off policy, above 0
 * @param training how a model is trained
 * @param gates what keeps a snapshot from being published
 * @param keep which snapshots are kept
 */
public record PipelineSettings(
    Path raw,
    Path snapshots,
    Path models,
    Path cache,
    Path log,
    SparkSettings spark,
    InputSettings inputs,
    double costRatio,
    TrainingSettings training,
    GateSettings gates,
    KeepSettings keep) {

  private static final String BLOCK = "credit.pipeline";

  /**
   * @param master Spark's master URL, or {@code auto} for this machine's cores
   * @param shufflePartitions of every shuffle, 1 or more
   */
  public record SparkSettings(String master, int shufflePartitions) {
    public SparkSettings {
      Check.that(!master.isBlank(), "spark.master", "blank", "auto or a Spark master URL");
      Check.that(shufflePartitions >= 1, "spark.shufflePartitions", shufflePartitions, "1 or more");
    }
  }

  public PipelineSettings {
    Check.that(costRatio > 0, "costRatio", costRatio, "above 0");
    int slots = Sparks.slots(spark.master());
    Check.that(
        slots >= training.workers(),
        "spark.master",
        spark.master() + ", which runs " + slots + " tasks at once",
        "auto, or allow the "
            + training.workers()
            + " tasks of training.workers: with fewer a training waits for ever");
  }

  /**
   * Each setting from the environment, else from a file, else from {@code reference.conf}.
   *
   * @param file HOCON, need not exist
   * @param environment variables as {@code CREDIT_PIPELINE_MAX_BAD_SHARE} for {@code
   *     credit.pipeline.maxBadShare}
   * @throws com.typesafe.config.ConfigException naming the file, line and setting that is wrong
   * @throws IllegalArgumentException naming the setting whose value is not allowed, or that there
   *     is none of that name
   */
  public static PipelineSettings load(Path file, Map<String, String> environment) {
    return of(SettingsBlock.load(BLOCK, file, environment));
  }

  /** From a resolved configuration that holds the whole block {@code credit.pipeline}. */
  public static PipelineSettings of(Config root) {
    Config config = root.getConfig(BLOCK);
    return new PipelineSettings(
        Path.of(config.getString("raw")),
        Path.of(config.getString("snapshots")),
        Path.of(config.getString("models")),
        Path.of(config.getString("cache")),
        Path.of(config.getString("log")),
        new SparkSettings(
            config.getString("spark.master"), config.getInt("spark.shufflePartitions")),
        InputSettings.of(config),
        config.getDouble("costRatio"),
        TrainingSettings.of(config.getConfig("training")),
        GateSettings.of(config.getConfig("gates")),
        KeepSettings.of(config.getConfig("keep")));
  }

  /** The same settings with other directories. */
  public PipelineSettings at(Path raw, Path snapshots, Path models) {
    return new PipelineSettings(
        raw, snapshots, models, cache, log, spark, inputs, costRatio, training, gates, keep);
  }

  /** The same settings with another cache. */
  public PipelineSettings caching(Path cache) {
    return new PipelineSettings(
        raw, snapshots, models, cache, log, spark, inputs, costRatio, training, gates, keep);
  }

  /** The same settings with another log. */
  public PipelineSettings logging(Path log) {
    return new PipelineSettings(
        raw, snapshots, models, cache, log, spark, inputs, costRatio, training, gates, keep);
  }

  /** The same settings with another directory of rows set aside. */
  public PipelineSettings settingAside(Path directory) {
    return new PipelineSettings(
        raw,
        snapshots,
        models,
        cache,
        log,
        spark,
        inputs.settingAside(directory),
        costRatio,
        training,
        gates,
        keep);
  }

  /** The same settings with other gates. */
  public PipelineSettings gated(GateSettings gates) {
    return new PipelineSettings(
        raw, snapshots, models, cache, log, spark, inputs, costRatio, training, gates, keep);
  }

  /** The directories that a run writes what it is made for. */
  public List<Path> written() {
    return List.of(snapshots, models, cache);
  }
}
