package org.creditscoring.pipeline.run;

import com.typesafe.config.Config;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a model is trained.
 *
 * @param folds of the cross-fitting, 3 to 20: rounds and features are chosen on the others, split
 *     once more
 * @param salt of the hash that gives a client its fold
 * @param seed of the trees
 * @param workers and partitions of the training, never taken from the machine: another number gives
 *     another model
 * @param minDefaults below which a training is refused
 * @param minSlope of the calibration, at or below which a training is refused
 * @param booster parameters of each fold model
 */
public record TrainingSettings(
    int folds,
    long salt,
    long seed,
    int workers,
    int minDefaults,
    double minSlope,
    BoosterSettings booster) {

  public TrainingSettings {
    Check.that(folds >= 3 && folds <= 20, "folds", folds, "3 to 20");
    Check.that(workers >= 1, "workers", workers, "1 or more");
    Check.that(minDefaults >= 1, "minDefaults", minDefaults, "1 or more");
    Check.that(minSlope >= 0, "minSlope", minSlope, "0 or more");
  }

  static TrainingSettings of(Config config) {
    return new TrainingSettings(
        config.getInt("folds"),
        config.getLong("salt"),
        config.getLong("seed"),
        config.getInt("workers"),
        config.getInt("minDefaults"),
        config.getDouble("minSlope"),
        BoosterSettings.of(config.getConfig("booster")));
  }

  /** The same settings with other parameters. */
  public TrainingSettings with(BoosterSettings other) {
    return new TrainingSettings(folds, salt, seed, workers, minDefaults, minSlope, other);
  }

  /** What makes the fold models what they are, but for salt and seed; for their provenance. */
  public Map<String, String> named() {
    Map<String, String> named = new LinkedHashMap<>(booster.named());
    named.put("folds", String.valueOf(folds));
    named.put("num_workers", String.valueOf(workers));
    return named;
  }
}
