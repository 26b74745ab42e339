package org.creditscoring.data.synthetic;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The log-odds of payment difficulties: one additive effect per column of the application, so that
 * the default rate within each bin is that of the published facts, plus a weight on the client's
 * hidden discipline, which the application does not show.
 */
final class Risk {
  private final double intercept;
  private final double disciplineWeight;
  private final double mean;
  private final double spread;
  private final List<Effect> effects = new ArrayList<>();

  private Risk(Config config) {
    this.intercept = config.getDouble("intercept");
    this.disciplineWeight = config.getDouble("disciplineWeight");
    this.mean = config.getDouble("mean");
    this.spread = config.getDouble("spread");
    Config columns = config.getConfig("effects");
    for (String column : columns.root().keySet().stream().sorted().toList()) {
      effects.add(Effect.of(Application.place(column), columns.getConfig(column)));
    }
  }

  /** From a JSON file beside this class. */
  static Risk read(String file) {
    return new Risk(
        ConfigFactory.parseResources(
            Risk.class, file, ConfigParseOptions.defaults().setAllowMissing(false)));
  }

  /**
   * What the application says, as log-odds; on average 0 with standard deviation {@code spread}.
   */
  double shown(Application application) {
    double sum = intercept;
    for (Effect effect : effects) {
      sum += effect.on(application);
    }
    return sum;
  }

  /** What the application says, as a standard score. */
  double standardised(double shown) {
    return (shown - mean) / spread;
  }

  /**
   * @param discipline standard normal; higher is worse
   * @return the probability of payment difficulties
   */
  double probability(double shown, double discipline) {
    return LogOdds.probability(shown + disciplineWeight * discipline);
  }

  private sealed interface Effect {
    double on(Application application);

    static Effect of(int place, Config config) {
      if (config.hasPath("categories")) {
        Map<String, Double> byCode = new HashMap<>();
        config
            .getConfig("categories")
            .root()
            .forEach((code, value) -> byCode.put(code, ((Number) value.unwrapped()).doubleValue()));
        return new OfCategory(place, byCode);
      }
      return new OfNumber(
          place, doubles(config, "edges"), doubles(config, "effects"), config.getDouble("missing"));
    }

    private static double[] doubles(Config config, String path) {
      return config.getDoubleList(path).stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  private record OfCategory(int place, Map<String, Double> byCode) implements Effect {
    @Override
    public double on(Application application) {
      return byCode.getOrDefault(application.textAt(place), 0.0);
    }
  }

  /** Bin {@code i} is (edges[i − 1], edges[i]]; the first and last have no outer end. */
  private record OfNumber(int place, double[] edges, double[] effects, double missing)
      implements Effect {
    @Override
    public double on(Application application) {
      double value = application.numberAt(place);
      if (Double.isNaN(value)) {
        return missing;
      }
      int found = Arrays.binarySearch(edges, value);
      return effects[found < 0 ? -found - 1 : found];
    }
  }
}
