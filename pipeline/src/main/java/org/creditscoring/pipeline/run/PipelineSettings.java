package org.creditscoring.pipeline.run;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every setting of a refresh; the defaults and their meaning stand in {@code reference.conf}.
 *
 * @param raw directory of the raw tables
 * @param snapshots directory that the snapshot is published in
 * @param models directory of the trained models
 * @param spark how Spark runs
 * @param maxBadShare share of a table's rows that may be set aside, 0 to 1
 * @param costRatio of the cut-off policy, above 0
 * @param training how a model is trained
 */
public record PipelineSettings(
    Path raw,
    Path snapshots,
    Path models,
    SparkSettings spark,
    double maxBadShare,
    double costRatio,
    TrainingSettings training) {

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
  }

  /**
   * From the environment ({@code CONFIG_FORCE_credit_pipeline_…}), then the files {@code *.conf} of
   * a directory in the order of their names, the last one winning, then {@code reference.conf}.
   *
   * @param directory may be absent
   * @throws com.typesafe.config.ConfigException naming the file, line and setting that is wrong
   */
  public static PipelineSettings load(Path directory) {
    Config config = ConfigFactory.empty();
    for (Path file : confFiles(directory)) {
      config = ConfigFactory.parseFile(file.toFile()).withFallback(config);
    }
    return of(
        ConfigFactory.systemEnvironmentOverrides()
            .withFallback(config)
            .withFallback(ConfigFactory.defaultReference(PipelineSettings.class.getClassLoader()))
            .resolve());
  }

  /** From a resolved configuration that holds the whole block {@code credit.pipeline}. */
  public static PipelineSettings of(Config root) {
    Config config = root.getConfig("credit.pipeline");
    return new PipelineSettings(
        Path.of(config.getString("raw")),
        Path.of(config.getString("snapshots")),
        Path.of(config.getString("models")),
        new SparkSettings(
            config.getString("spark.master"), config.getInt("spark.shufflePartitions")),
        config.getDouble("maxBadShare"),
        config.getDouble("costRatio"),
        TrainingSettings.of(config.getConfig("training")));
  }

  /** The same settings with other directories. */
  public PipelineSettings at(Path raw, Path snapshots, Path models) {
    return new PipelineSettings(raw, snapshots, models, spark, maxBadShare, costRatio, training);
  }

  private static List<Path> confFiles(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".conf")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + directory, e);
    }
  }
}
