package org.creditscoring.serving.cli;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.creditscoring.serving.auth.TokenRegistry;
import org.creditscoring.serving.http.Limits;
import org.creditscoring.serving.http.Tls;

/**
 * The block {@code credit.serving}; every default and its meaning is in {@code reference.conf}.
 *
 * @param snapshots directory that snapshots are published in
 * @param watchInterval between two looks at {@code CURRENT}
 * @param home from which relative paths of settings count
 */
record ServingSettings(
    Path snapshots,
    Duration watchInterval,
    Listening listening,
    Security security,
    Records records,
    Path home) {
  static final String BLOCK = "credit.serving";
  private static final String CONF = "CREDIT_CONF";

  /**
   * By which hosting platforms say where to listen; {@code CREDIT_SERVING_PORT} comes before it.
   */
  private static final String PLATFORM_PORT = "PORT";

  /**
   * The project's folder, from which relative paths of settings count; a flag's count from here.
   */
  private static final String HOME = "CREDIT_HOME";

  /** An audit log that is no directory. */
  private static final String STDOUT = "stdout";

  private static final String USUAL_CONF = "conf/credit.conf";
  private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(10);

  ServingSettings {
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
    return load(environment, Map.of());
  }

  /**
   * As {@link #load(Map)}, with flags over the environment.
   *
   * @param flags setting names of this block to their values, paths absolute
   */
  static ServingSettings load(Map<String, String> environment, Map<String, String> flags) {
    Path home = Path.of(environment.getOrDefault(HOME, ""));
    try {
      Config reference = ConfigFactory.parseResources("reference.conf");
      Config config =
          flags(flags)
              .withFallback(environment(reference, environment))
              .withFallback(file(environment, home))
              .withFallback(reference);
      Config block = config.resolve().getConfig(BLOCK);
      refuseUnknown(block, reference.getConfig(BLOCK).root().keySet());
      return new ServingSettings(
          home.resolve(block.getString("snapshots")),
          block.getDuration("watchInterval"),
          listening(block),
          security(block, home),
          new Records(
              block.getString("reviews"),
              block.getString("reviewsUser"),
              block.getString("reviewsPassword")),
          home);
    } catch (ConfigException e) {
      throw new IllegalArgumentException("settings: " + e.getMessage(), e);
    }
  }

  ServingSettings withSnapshots(Path directory) {
    return new ServingSettings(directory, watchInterval, listening, security, records, home);
  }

  private static Listening listening(Config block) {
    Limits limits =
        new Limits(
            block.getInt("threads"),
            block.getInt("connections"),
            block.getInt("rateLimit"),
            block.getDuration("idleTimeout"));
    return new Listening(
        block.getString("host"), block.getInt("port"), limits, block.getDuration("drain"));
  }

  private static Security security(Config block, Path home) {
    Path tokenFile = home.resolve(block.getString("tokenFile"));
    String keystore = block.getString("keystore");
    return new Security(
        tokenFile,
        besides(block, "tokens", home, tokenFile.resolveSibling(TokenRegistry.NAME)),
        block.getString("audit").equals(STDOUT)
            ? Optional.empty()
            : Optional.of(besides(block, "audit", home, tokenFile.resolveSibling(Security.AUDIT))),
        keystore.isEmpty()
            ? Optional.empty()
            : Optional.of(new Tls(home.resolve(keystore), block.getString("keystorePassword"))),
        words(block, "corsOrigins"));
  }

  private static Path besides(Config block, String key, Path home, Path usual) {
    String set = block.getString(key);
    return set.isEmpty() ? usual : home.resolve(set);
  }

  /** A list; in the environment, its words with commas between them. */
  private static Set<String> words(Config block, String key) {
    if (block.getValue(key).valueType() == ConfigValueType.LIST) {
      return Set.copyOf(block.getStringList(key));
    }
    return Arrays.stream(block.getString(key).split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
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

  private static Config flags(Map<String, String> flags) {
    Config config = ConfigFactory.empty();
    for (Map.Entry<String, String> flag : flags.entrySet()) {
      config =
          config.withValue(
              BLOCK + "." + flag.getKey(),
              ConfigValueFactory.fromAnyRef(flag.getValue(), "the command line"));
    }
    return config;
  }

  private static Config environment(Config reference, Map<String, String> environment) {
    Config config = ConfigFactory.empty();
    String port = environment.get(PLATFORM_PORT);
    if (port != null) {
      config =
          config.withValue(BLOCK + ".port", ConfigValueFactory.fromAnyRef(port, PLATFORM_PORT));
    }
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
