package org.creditscoring.model.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.creditscoring.model.tree.Ensemble;
import org.creditscoring.model.tree.XgboostJson;

/**
 * A booster that XGBoost has trained on {@link SyntheticRows}: real trees, grown as the batch grows
 * them. Training takes longer than a benchmark, so a booster is kept beside the compiled classes
 * and read by the next one.
 *
 * @param depth most splits on a path
 * @param features per row
 * @param trees boosting rounds
 */
record TrainedBooster(int depth, int features, int trees) {
  /** Four of five folds of the public data set's past clients: what the batch trains a fold on. */
  static final int TRAINING_ROWS = 246_009;

  /** Part of what makes the trees, so it is not taken from the machine. */
  private static final int THREADS = 2;

  /** Trains unless it is there, and returns the file, in XGBoost's own JSON format. */
  Path file() {
    Path file = path();
    if (exists()) {
      return file;
    }
    try {
      Files.createDirectories(file.getParent());
      Path aside = Files.createTempFile(file.getParent(), "training", ".json");
      train().saveModel(aside.toString());
      return Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (XGBoostError e) {
      throw new IllegalStateException("XGBoost cannot train " + this, e);
    }
  }

  boolean exists() {
    return Files.exists(path());
  }

  private Path path() {
    return directory().resolve("depth%d-features%d-trees%d.json".formatted(depth, features, trees));
  }

  Ensemble ensemble() {
    try {
      return XgboostJson.read(file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param threads that it predicts with
   */
  Booster booster(int threads) throws XGBoostError {
    Booster booster = XGBoost.loadModel(file().toString());
    booster.setParam("nthread", threads);
    return booster;
  }

  private Booster train() throws XGBoostError {
    SyntheticRows rows = new SyntheticRows(features);
    DMatrix matrix = matrix(rows.values(0, TRAINING_ROWS), features);
    matrix.setLabel(rows.outcomes(0, TRAINING_ROWS));
    Map<String, Object> parameters =
        Map.of(
            "objective",
            "binary:logistic",
            "tree_method",
            "hist",
            "max_depth",
            depth,
            "eta",
            0.05,
            "min_child_weight",
            20,
            "subsample",
            0.8,
            "colsample_bytree",
            0.5,
            "seed",
            7,
            "nthread",
            1,
            "silent",
            true);
    return XGBoost.train(matrix, new HashMap<>(parameters), trees, Map.of(), null, null);
  }

  static DMatrix matrix(float[] values, int features) throws XGBoostError {
    return new DMatrix(values, values.length / features, features, Float.NaN);
  }

  /** The opponent's, from its jar. */
  static String xgboostVersion() {
    try (InputStream in = XGBoost.class.getResourceAsStream("/xgboost4j-version.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path directory() {
    try {
      return Path.of(
              TrainedBooster.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .resolveSibling("boosters");
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
