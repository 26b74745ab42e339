package org.creditscoring.serving.cli;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The block {@code credit.serving}; every default and its meaning is in {@code reference.conf}.
 *
 * @param snapshots directory that snapshots are published in
 * @param host to listen on
 * @param port to listen on
 * @param threads that answer, at most
 * @param tokenFile that holds the bearer token
 * @param watchInterval between two looks at {@code CURRENT}
 */
public record ServingSettings(
    Path snapshots, String host, int port, int threads, Path tokenFile, Duration watchInterval) {
  private static final String BLOCK = "credit.serving";
  private static final String CONF = "CREDIT_CONF";

  /**
   * The project's folder, from which relative paths of settings count; a flag's count from here.
   */
  private static final String HOME = "CREDIT_HOME";

  private static final String USUAL_CONF = "conf/credit.conf";
  private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(10);

  public ServingSettings {
    if (host.isBlank()) {
      throw new IllegalArgumentException(BLOCK + ".host is blank");
    }
    if (watchInterval.compareTo(SHORTEST_INTERVAL) < 0) {
      throw new IllegalArgumentException(
          BLOCK + ".watchInterval must be 10 ms or more, is " + watchInterval.toMillis() + " ms");
    }
  }

  /**
   * Environment over the settings file over {@code reference.conf}. A setting {@code tokenFile} is
   * {@code CREDIT_SERVING_TOKEN_FILE} in the environment; {@code CREDIT_CONF} names the file, which
   * is {@code conf/credit.conf} unless said.
   *
   * @throws IllegalArgumentException naming a setting that cannot be used
   */
  static ServingSettings load(Map<String, String> environment) {
    Path home = Path.of(environment.getOrDefault(HOME, ""));
    try {
      Config reference = ConfigFactory.parseResources("reference.conf");
      Config config =
          environment(reference, environment)
              .withFallback(file(environment, home))
              .withFallback(reference);
      Config block = config.resolve().getConfig(BLOCK);
      refuseUnknown(block, reference.getConfig(BLOCK).root().keySet());
      return new ServingSettings(
          home.resolve(block.getString("snapshots")),
          block.getString("host"),
          block.getInt("port"),
          block.getInt("threads"),
          home.resolve(block.getString("tokenFile")),
          block.getDuration("watchInterval"));
    } catch (ConfigException e) {
      throw new IllegalArgumentException("settings: " + e.getMessage(), e);
    }
  }

  /** A file that was named must be there; the usual one need not. */
  private static Config file(Map<String, String> environment, Path home) {
    Path file = home.resolve(environment.getOrDefault(CONF, USUAL_CONF));
    if (Files.exists(file)) {
      return ConfigFactory.parseFile(file.toFile());
    }
    if (environment.containsKey(CONF)) {
      throw new IllegalArgumentException(CONF + " names " + file + ", which is not there");
    }
    return ConfigFactory.empty();
  }

  /** A misspelt setting would leave its default in force unseen. */
  private static void refuseUnknown(Config block, Set<String> known) {
    for (Map.Entry<String, ConfigValue> entry : block.root().entrySet()) {
      if (!known.contains(entry.getKey())) {
        throw new ConfigException.Generic(
            "%s: %s.%s is no setting; the settings of this block are: %s"
                .formatted(
                    entry.getValue().origin().description(),
                    BLOCK,
                    entry.getKey(),
                    String.join(", ", new TreeSet<>(known))));
      }
    }
  }

  private static Config environment(Config reference, Map<String, String> environment) {
    Config config = ConfigFactory.empty();
    for (String key : reference.getConfig(BLOCK).root().keySet()) {
      String value = environment.get(variable(key));
      if (value != null) {
        config =
            config.withValue(
                BLOCK + "." + key,
                ConfigValueFactory.fromAnyRef(value, "environment variable " + variable(key)));
      }
    }
    return config;
  }

  private static String variable(String key) {
    return (BLOCK + "." + key)
        .replaceAll("([A-Z])", "_$1")
        .replace('.', '_')
        .toUpperCase(Locale.ROOT);
  }
}
