package org.creditscoring.pipeline.run;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Parameters of one gradient-boosted ensemble, under XGBoost's names and meanings. As settings they
 * are those for {@value #DEFAULTS} defaults to learn from; see {@link #forDefaults}.
 *
 * @param maxDepth of a tree, 1 to 12
 * @param eta learning rate, above 0 and at most 1
 * @param rounds trees, at least 1; others where others do clearly better
 * @param subsample share of the rows that a tree sees, above 0 and at most 1
 * @param featuresByTree features that a tree sees, at least 1; all of them where there are fewer
 * @param lambda L2 penalty of the leaves, 0 or more
 * @param minChildWeight least sum of hessians in a leaf, 0 or more
 * @param maxBin bins of a feature's histogram, 2 or more
 */
public record BoosterSettings(
    int maxDepth,
    double eta,
    int rounds,
    double subsample,
    int featuresByTree,
    double lambda,
    double minChildWeight,
    int maxBin) {

  /** How many defaults the settings are for. */
  private static final int DEFAULTS = 1000;

  /** How much faster a model learns that only has to show how others should be trained. */
  private static final double FASTER = 4;

  private static final double FASTEST = 0.5;

  /** What {@link #forDefaults} does, for a model's provenance: powers of the number of defaults. */
  private static final String SCALING = "eta 1/2, num_round -1/4, min_child_weight 1/2";

  public BoosterSettings {
    Check.that(maxDepth >= 1 && maxDepth <= 12, "maxDepth", maxDepth, "1 to 12");
    Check.share("eta", eta);
    Check.that(rounds >= 1, "rounds", rounds, "1 or more");
    Check.share("subsample", subsample);
    Check.that(featuresByTree >= 1, "featuresByTree", featuresByTree, "1 or more");
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
        config.getInt("featuresByTree"),
        config.getDouble("lambda"),
        config.getDouble("minChildWeight"),
        config.getInt("maxBin"));
  }

  /**
   * The parameters for so many defaults to learn from: more of them ask for larger leaves to keep
   * noise out, as the square root of their number. Beyond those of the settings they bear larger
   * steps, as the square root too, and then need fewer of them, by the fourth root.
   */
  public BoosterSettings forDefaults(long defaults) {
    double root = Math.sqrt(Math.max(1, defaults) / (double) DEFAULTS);
    double more = Math.max(1, root);
    return with("eta", Math.min(1, eta * more))
        .withRounds(Math.max(1, (int) Math.ceil(rounds / Math.sqrt(more))))
        .with("minChildWeight", minChildWeight * root);
  }

  /** The parameters for so many trees. */
  public BoosterSettings withRounds(int trees) {
    return with("rounds", trees);
  }

  /** A greater learning rate and as many fewer rounds. */
  public BoosterSettings faster() {
    double fast = Math.max(eta, Math.min(FASTEST, eta * FASTER));
    return with("eta", fast).withRounds(Math.max(1, (int) Math.ceil(rounds * eta / fast)));
  }

  /** The same parameters but for one, by the name of its setting. */
  public BoosterSettings with(String setting, double value) {
    return of(
        ConfigFactory.parseMap(Map.of(setting, value))
            .withFallback(ConfigFactory.parseMap(settings())));
  }

  /** By the names of the settings. */
  public Map<String, Object> settings() {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("maxDepth", maxDepth);
    settings.put("eta", eta);
    settings.put("rounds", rounds);
    settings.put("subsample", subsample);
    settings.put("featuresByTree", featuresByTree);
    settings.put("lambda", lambda);
    settings.put("minChildWeight", minChildWeight);
    settings.put("maxBin", maxBin);
    return settings;
  }

  /** By XGBoost's names, for the model's provenance. */
  public Map<String, String> named() {
    Map<String, String> named = new LinkedHashMap<>();
    named.put("max_depth", String.valueOf(maxDepth));
    named.put("eta", String.valueOf(eta));
    named.put("num_round", String.valueOf(rounds));
    named.put("subsample", String.valueOf(subsample));
    named.put("features_by_tree", String.valueOf(featuresByTree));
    named.put("lambda", String.valueOf(lambda));
    named.put("min_child_weight", String.valueOf(minChildWeight));
    named.put("max_bin", String.valueOf(maxBin));
    named.put("by_defaults", SCALING);
    return named;
  }
}
