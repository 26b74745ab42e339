package org.creditscoring.data;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

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
   * The block {@code credit.generator}: from the environment ({@code
   * CONFIG_FORCE_credit_generator_…}), then the files {@code *.conf} of a directory in the order of
   * their names, the last one winning, then {@code reference.conf}.
   *
   * @param directory may be absent
   * @throws com.typesafe.config.ConfigException naming the file, line and setting that is wrong
   */
  public static Config load(Path directory) {
    Config config = ConfigFactory.empty();
    for (Path file : confFiles(directory)) {
      config = ConfigFactory.parseFile(file.toFile()).withFallback(config);
    }
    return ConfigFactory.systemEnvironmentOverrides()
        .withFallback(config)
        .withFallback(ConfigFactory.defaultReference(GeneratorSettings.class.getClassLoader()))
        .resolve()
        .getConfig("credit.generator");
  }

  private static List<Path> confFiles(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".conf")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
