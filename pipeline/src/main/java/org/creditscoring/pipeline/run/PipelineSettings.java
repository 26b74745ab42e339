package org.creditscoring.pipeline.run;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.creditscoring.data.KnownSettings;

/**
 * Every setting of a refresh; the defaults and their meaning stand in {@code reference.conf}.
 *
 * @param raw directory of the raw tables
 * @param snapshots directory that the snapshot is published in
 * @param models directory of the trained models
 * @param cache directory of the tables kept for the next refresh
 * @param log file of one JSON line for each stage of each refresh
 * @param spark how Spark runs
 * @param maxBadShare share of a table's rows that may be set aside, 0 to 1
 * @param costRatio of the cut-off policy, above 0
 * @param training how a model is trained
 */
public record PipelineSettings(
    Path raw,
    Path snapshots,
    Path models,
    Path cache,
    Path log,
    SparkSettings spark,
    double maxBadShare,
    double costRatio,
    TrainingSettings training) {

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
    Check.that(maxBadShare >= 0 && maxBadShare <= 1, "maxBadShare", maxBadShare, "0 to 1");
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
    Config defaults = ConfigFactory.defaultReference(PipelineSettings.class.getClassLoader());
    Config all =
        overrides(defaults, environment)
            .withFallback(ConfigFactory.parseFile(file.toFile()))
            .withFallback(defaults)
            .resolve();
    KnownSettings.require(all, defaults, BLOCK);
    return of(all);
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
        config.getDouble("maxBadShare"),
        config.getDouble("costRatio"),
        TrainingSettings.of(config.getConfig("training")));
  }

  /** The same settings with other directories. */
  public PipelineSettings at(Path raw, Path snapshots, Path models) {
    return new PipelineSettings(
        raw, snapshots, models, cache, log, spark, maxBadShare, costRatio, training);
  }

  /** The same settings with another cache. */
  public PipelineSettings caching(Path cache) {
    return new PipelineSettings(
        raw, snapshots, models, cache, log, spark, maxBadShare, costRatio, training);
  }

  /** The same settings with another log. */
  public PipelineSettings logging(Path log) {
    return new PipelineSettings(
        raw, snapshots, models, cache, log, spark, maxBadShare, costRatio, training);
  }

  private static Config overrides(Config defaults, Map<String, String> environment) {
    Map<String, String> overrides = new HashMap<>();
    for (var setting : defaults.getConfig(BLOCK).entrySet()) {
      String path = BLOCK + "." + setting.getKey();
      String variable =
          path.replaceAll("([a-z])([A-Z])", "$1_$2").replace('.', '_').toUpperCase(Locale.ROOT);
      if (environment.containsKey(variable)) {
        overrides.put(path, environment.get(variable));
      }
    }
    return ConfigFactory.parseMap(overrides, "the environment");
  }
}
