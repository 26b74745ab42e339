package org.creditscoring.data;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What the generator is asked for; the defaults and their meaning stand in {@code reference.conf}.
 *
 * @param clients past clients, 1 or more
 * @param current current clients, 0 or more
 * @param raw directory of the tables
 * @param seed of every draw
 * @param threads 1 or more; they do not change what is written
 * @param compression how the files are stored
 */
public record GeneratorSettings(
    int clients, int current, Path raw, long seed, int threads, Compression compression) {

  /** The published files have 48,744 current clients beside 307,511 past ones. */
  private static final double CURRENT_SHARE = 48_744.0 / 307_511.0;

  private static final String BLOCK = "credit.generator";

  /** Credit numbers are 32-bit and each client owns 64 of them. */
  private static final int MOST_CLIENTS = 20_000_000;

  public GeneratorSettings {
    Objects.requireNonNull(raw, "raw");
    Objects.requireNonNull(compression, "compression");
    check(clients >= 1, "clients", clients, "1 or more");
    check(current >= 0, "current", current, "0 or more");
    check(
        (long) clients + current <= MOST_CLIENTS,
        "clients",
        clients,
        "20 million at most, current ones included");
    check(threads >= 1, "threads", threads, "1 or more");
  }

  private static void check(boolean right, String name, Object value, String wanted) {
    if (!right) {
      throw new IllegalArgumentException("%s is %s; give %s.".formatted(name, value, wanted));
    }
  }

  /** The published files' share of current clients, for a number of past ones. */
  public static int currentFor(int clients) {
    return (int) Math.round(clients * CURRENT_SHARE);
  }

  /**
   * The block {@code credit.generator}: from the environment ({@code CREDIT_GENERATOR_CLIENTS} for
   * {@code clients}), then the settings file ({@code CREDIT_CONF}, or {@code conf/credit.conf}),
   * then {@code reference.conf}.
   *
   * @param home the project's folder, from which the paths of settings count
   * @throws com.typesafe.config.ConfigException naming the file, line and setting that is wrong
   * @throws IllegalArgumentException if the file that was named is not there, or it names a setting
   *     that there is not
   */
  public static Config load(Map<String, String> environment, Path home) {
    Config reference = ConfigFactory.defaultReference(GeneratorSettings.class.getClassLoader());
    Map<String, String> overrides = new HashMap<>();
    for (String key : reference.getConfig(BLOCK).root().keySet()) {
      String value = environment.get("CREDIT_GENERATOR_" + key.toUpperCase(Locale.ROOT));
      if (value != null) {
        overrides.put(BLOCK + "." + key, value);
      }
    }
    Config all =
        ConfigFactory.parseMap(overrides, "the environment")
            .withFallback(ConfigFactory.parseFile(file(environment, home).toFile()))
            .withFallback(reference)
            .resolve();
    KnownSettings.require(all, reference, BLOCK);
    return all.getConfig(BLOCK);
  }

  private static Path file(Map<String, String> environment, Path home) {
    String named = environment.getOrDefault("CREDIT_CONF", "");
    Path file = home.resolve(named.isBlank() ? "conf/credit.conf" : named);
    if (!named.isBlank() && !Files.exists(file)) {
      throw new IllegalArgumentException(
          "CREDIT_CONF names " + file + ", which is not there; correct or unset it.");
    }
    return file;
  }
}
