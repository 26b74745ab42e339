package org.creditscoring.pipeline.run;

import com.typesafe.config.Config;

/**
 * How a model is trained.
 *
 * @param folds of the cross-fitting, 2 to 20
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
    Check.that(folds >= 2 && folds <= 20, "folds", folds, "2 to 20");
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
}
