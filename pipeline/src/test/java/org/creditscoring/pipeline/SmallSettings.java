package org.creditscoring.pipeline;

import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import org.creditscoring.pipeline.run.InputSettings;
import org.creditscoring.pipeline.run.PipelineSettings;

/** The defaults, but for a model small enough to be trained in a second. */
public final class SmallSettings {
  private SmallSettings() {}

  /** With {@code raw}, {@code snapshots}, {@code models} and {@code cache} below a directory. */
  public static PipelineSettings in(Path directory) {
    return PipelineSettings.of(
            ConfigFactory.parseString(
                    """
                    credit.pipeline {
                      spark.shufflePartitions = 2
                      maxBadShare = 0.2
                      training { folds = 3, booster { maxDepth = 2, rounds = 12, eta = 0.3, featuresByTree = 45, minChildWeight = 1 } }
                    }
                    """)
                .withFallback(ConfigFactory.defaultReference())
                .resolve())
        .at(directory.resolve("raw"), directory.resolve("snapshots"), directory.resolve("models"))
        .caching(directory.resolve("cache"))
        .logging(directory.resolve("refresh.jsonl"))
        .settingAside(directory.resolve("set-aside"));
  }

  /**
   * The defaults of what is done about raw tables, with rows set aside below a directory.
   *
   * @param changed lines of the block {@code credit.pipeline}
   */
  public static InputSettings inputs(Path directory, String changed) {
    return PipelineSettings.of(
            ConfigFactory.parseString("credit.pipeline {\n" + changed + "\n}")
                .withFallback(ConfigFactory.defaultReference())
                .resolve())
        .inputs()
        .settingAside(directory.resolve("set-aside"));
  }
}
