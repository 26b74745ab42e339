package org.creditscoring.pipeline.run;

import com.typesafe.config.Config;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Parameters of one gradient-boosted ensemble, under XGBoost's names and meanings.
 *
 * @param maxDepth of a tree, 1 to 12
 * @param eta learning rate, above 0 and at most 1
 * @param rounds trees, at least 1
 * @param subsample share of the rows that a tree sees, above 0 and at most 1
 * @param colsampleByTree share of the features that a tree sees, above 0 and at most 1
 * @param lambda L2 penalty of the leaves, 0 or more
 * @param minChildWeight least sum of hessians in a leaf, 0 or more
 * @param maxBin bins of a feature's histogram, 2 or more
 */
public record BoosterSettings(
    int maxDepth,
    double eta,
    int rounds,
    double subsample,
    double colsampleByTree,
    double lambda,
    double minChildWeight,
    int maxBin) {

  public BoosterSettings {
    Check.that(maxDepth >= 1 && maxDepth <= 12, "maxDepth", maxDepth, "1 to 12");
    Check.share("eta", eta);
    Check.that(rounds >= 1, "rounds", rounds, "1 or more");
    Check.share("subsample", subsample);
    Check.share("colsampleByTree", colsampleByTree);
    Check.that(lambda >= 0, "lambda", lambda, "0 or more");
    Check.that(minChildWeight >= 0, "minChildWeight", minChildWeight, "0 or more");
    Check.that(maxBin >= 2, "maxBin", maxBin, "2 or more");
  }

  static BoosterSettings of(Config config) {
    return new BoosterSettings(
        config.getInt("maxDepth"),
        config.getDouble("eta"),
        config.getInt("rounds"),
        config.getDouble("subsample"),
        config.getDouble("colsampleByTree"),
        config.getDouble("lambda"),
        config.getDouble("minChildWeight"),
        config.getInt("maxBin"));
  }

  /** By XGBoost's names, for the model's provenance. */
  public Map<String, String> named() {
    Map<String, String> named = new LinkedHashMap<>();
    named.put("max_depth", String.valueOf(maxDepth));
    named.put("eta", String.valueOf(eta));
    named.put("num_round", String.valueOf(rounds));
    named.put("subsample", String.valueOf(subsample));
    named.put("colsample_bytree", String.valueOf(colsampleByTree));
    named.put("lambda", String.valueOf(lambda));
    named.put("min_child_weight", String.valueOf(minChildWeight));
    named.put("max_bin", String.valueOf(maxBin));
    return named;
  }
}
