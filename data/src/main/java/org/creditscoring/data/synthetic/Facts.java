package org.creditscoring.data.synthetic;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.util.HashMap;
import java.util.Map;

/**
 * The aggregate facts that one part of the generator draws from: a JSON file beside this class,
 * with marginal distributions by name. A name may carry a condition, as {@code OCCUPATION_TYPE|F};
 * where a condition is not known, the plain name answers.
 */
final class Facts {
  private final Config config;
  private final Map<String, Marginal> marginals = new HashMap<>();

  private Facts(Config config) {
    this.config = config;
    Config listed = config.getConfig("marginals");
    listed
        .root()
        .forEach(
            (name, value) -> marginals.put(name, Marginal.of(value.atKey("m").getConfig("m"))));
  }

  static Facts read(String file) {
    return new Facts(
        ConfigFactory.parseResources(
            Facts.class, file, ConfigParseOptions.defaults().setAllowMissing(false)));
  }

  Config config() {
    return config;
  }

  boolean has(String name) {
    return marginals.containsKey(name);
  }

  Marginal marginal(String name) {
    Marginal found = marginals.get(name);
    if (found == null) {
      throw new IllegalArgumentException("No marginal distribution is given for " + name + ".");
    }
    return found;
  }

  /** The distribution under a condition, or the plain one where the condition is unknown. */
  Marginal marginal(String name, String condition) {
    Marginal found = marginals.get(name + "|" + condition);
    return found == null ? marginal(name) : found;
  }

  double number(String name, double u) {
    return marginal(name).at(u);
  }

  double number(String name, String condition, double u) {
    return marginal(name, condition).at(u);
  }

  String text(String name, double u) {
    return ((Marginal.Shares) marginal(name)).text(u);
  }

  String text(String name, String condition, double u) {
    return ((Marginal.Shares) marginal(name, condition)).text(u);
  }
}
