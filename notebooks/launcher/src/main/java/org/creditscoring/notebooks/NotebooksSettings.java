package org.creditscoring.notebooks;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What the dashboard runs with. Paths are absolute; relative ones in the settings count from the
 * project's folder.
 *
 * @param port 1 to 65535
 * @param address that the web server binds
 * @param origins of pages, beside the server's own on this machine, from which people may sign in:
 *     where a proxy with TLS hands it on
 * @param api of the REST service, http or https
 * @param tokenFile may not exist yet
 * @param language en or fr
 * @param runDirectory of this installation
 * @param home the assembled Zeppelin
 * @param confDirectory what this installation tells Zeppelin: users and roles
 * @param snapshots that {@code %credit.sql} reads; may not exist yet
 * @param startTimeout positive
 * @param serverMemory a heap size as the JVM writes it
 * @param interpreterMemory a heap size as the JVM writes it
 */
record NotebooksSettings(
    int port,
    String address,
    List<String> origins,
    URI api,
    Path tokenFile,
    String language,
    Path runDirectory,
    Path home,
    Path confDirectory,
    Path snapshots,
    Duration startTimeout,
    String serverMemory,
    String interpreterMemory) {
  private static final String BLOCK = "credit.notebooks";
  private static final String VARIABLE = "CREDIT_NOTEBOOKS_";
  private static final String PORTS = "a number from 1 to 65535";

  NotebooksSettings {
    require(port >= 1 && port <= 65535, "port", port, PORTS);
    require(!address.isBlank(), "address", address, "an address of this machine");
    origins = List.copyOf(origins);
    for (String origin : origins) {
      require(
          origin.matches("https?://[a-z0-9.\\[\\]:-]+"),
          "origins",
          origin,
          "scheme, host and port as a browser sends them, such as https://analysts.example");
    }
    String scheme = String.valueOf(api.getScheme());
    require(
        scheme.matches("https?"), "api", api, "an address that begins with http:// or https://");
    require(language.matches("en|fr"), "language", language, "en or fr");
    require(
        !startTimeout.isNegative() && !startTimeout.isZero(),
        "start-timeout",
        startTimeout,
        "more than 0 s");
    memory("server-memory", serverMemory);
    memory("interpreter-memory", interpreterMemory);
  }

  /**
   * @param flags setting names of this block to their values, as given on the command line
   * @param environment of the process
   * @param folder that relative paths count from
   * @throws NotebooksException naming the setting, its value and what is allowed
   */
  static NotebooksSettings load(
      Map<String, String> flags, Map<String, String> environment, Path folder) {
    try {
      Config settings =
          block(flags, name -> "--" + name)
              .withFallback(block(fromEnvironment(environment), NotebooksSettings::variable))
              .withFallback(file(environment, folder))
              .withFallback(
                  ConfigFactory.defaultReference(NotebooksSettings.class.getClassLoader()))
              .resolve()
              .getConfig(BLOCK);
      return new NotebooksSettings(
          port(settings),
          settings.getString("address"),
          origins(settings),
          URI.create(settings.getString("api")),
          path(settings, "token-file", folder),
          settings.getString("language"),
          path(settings, "run-dir", folder),
          path(settings, "home", folder),
          path(settings, "conf-dir", folder),
          path(settings, "snapshots", folder),
          settings.getDuration("start-timeout"),
          settings.getString("server-memory"),
          settings.getString("interpreter-memory"));
    } catch (ConfigException | IllegalArgumentException e) {
      throw NotebooksException.wrongUse("settings of the notebooks: " + e.getMessage());
    }
  }

  /**
   * Where this machine reaches the server: the bound address, which for a wildcard is loopback.
   *
   * @throws NotebooksException when the address is a name that nobody knows
   */
  URI localAddress() {
    try {
      InetAddress bound = InetAddress.getByName(address);
      InetAddress reached = bound.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : bound;
      String host = reached.getHostAddress();
      return URI.create(
          "http://" + (reached instanceof Inet6Address ? "[" + host + "]" : host) + ":" + port);
    } catch (UnknownHostException e) {
      throw NotebooksException.wrongUse(
          "settings of the notebooks: address is " + address + ", which nobody knows");
    }
  }

  /**
   * Where a browser goes, by the name localhost where that serves; Zeppelin lets only listed
   * origins sign in, of which this is one.
   */
  URI browserAddress() {
    URI local = localAddress();
    return local.getHost().matches("127\\.0\\.0\\.1|\\[(0:){7}1]")
        ? URI.create("http://localhost:" + port + "/")
        : local.resolve("/");
  }

  /**
   * @param origin of a setting's value, in the words of whoever gave it: begins every message about
   *     it
   */
  private static Config block(Map<String, String> values, UnaryOperator<String> origin) {
    Config config = ConfigFactory.empty();
    for (Map.Entry<String, String> value : values.entrySet()) {
      config =
          config.withValue(
              BLOCK + "." + value.getKey(),
              ConfigValueFactory.fromAnyRef(value.getValue(), origin.apply(value.getKey())));
    }
    return config;
  }

  private static String variable(String setting) {
    return VARIABLE + setting.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** CREDIT_NOTEBOOKS_RUN_DIR is run-dir. */
  private static Map<String, String> fromEnvironment(Map<String, String> environment) {
    Map<String, String> values = new HashMap<>();
    environment.forEach(
        (name, value) -> {
          if (name.startsWith(VARIABLE) && !value.isBlank()) {
            String setting = name.substring(VARIABLE.length()).toLowerCase(Locale.ROOT);
            values.put(setting.replace('_', '-'), value);
          }
        });
    return values;
  }

  private static Config file(Map<String, String> environment, Path folder) {
    String named = environment.getOrDefault("CREDIT_CONF", "");
    Path file = folder.resolve(named.isBlank() ? "conf/credit.conf" : named);
    if (!named.isBlank() && !Files.isReadable(file)) {
      throw NotebooksException.wrongUse("CREDIT_CONF names " + file + ", which cannot be read");
    }
    return ConfigFactory.parseFile(file.toFile());
  }

  private static int port(Config settings) {
    String written = settings.getString("port");
    try {
      return Integer.parseInt(written);
    } catch (NumberFormatException e) {
      String origin = settings.getValue("port").origin().description();
      throw new IllegalArgumentException(
          origin + ": port is " + written + ", but must be " + PORTS, e);
    }
  }

  /** A list; in the environment, its words with commas between them. */
  private static List<String> origins(Config settings) {
    List<String> written =
        settings.getValue("origins").valueType() == ConfigValueType.LIST
            ? settings.getStringList("origins")
            : List.of(settings.getString("origins").split(","));
    return written.stream()
        .map(origin -> origin.strip().toLowerCase(Locale.ROOT))
        .filter(origin -> !origin.isEmpty())
        .collect(Collectors.toUnmodifiableList());
  }

  private static Path path(Config settings, String name, Path folder) {
    return folder.resolve(settings.getString(name)).toAbsolutePath().normalize();
  }

  private static void memory(String name, String value) {
    require(value.matches("[1-9][0-9]*[mMgG]"), name, value, "a heap size such as 512m or 1g");
  }

  private static void require(boolean holds, String name, Object value, String allowed) {
    if (!holds) {
      throw new IllegalArgumentException(name + " is " + value + ", but must be " + allowed);
    }
  }
}
