package org.creditscoring.pipeline.run;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.creditscoring.data.KnownSettings;

/** Settings as the environment, a file and {@code reference.conf} make them, the first winning. */
public final class SettingsBlock {
  private SettingsBlock() {}

  /**
   * @param block path of the settings that are wanted, such as {@code credit.pipeline}
   * @param file HOCON, need not exist
   * @param environment variables as {@code CREDIT_PIPELINE_MAX_BAD_SHARE} for {@code
   *     credit.pipeline.maxBadShare}
   * @return all settings, resolved, with no unknown one in the block
   * @throws com.typesafe.config.ConfigException naming the file, line and setting that is wrong
   * @throws IllegalArgumentException naming a setting that there is not
   */
  public static Config load(String block, Path file, Map<String, String> environment) {
    Config defaults = ConfigFactory.defaultReference(SettingsBlock.class.getClassLoader());
    Config all =
        overrides(block, defaults, environment)
            .withFallback(ConfigFactory.parseFile(file.toFile()))
            .withFallback(defaults)
            .resolve();
    KnownSettings.require(all, defaults, block);
    return all;
  }

  private static Config overrides(String block, Config defaults, Map<String, String> environment) {
    Map<String, String> overrides = new HashMap<>();
    for (var setting : defaults.getConfig(block).entrySet()) {
      String path = block + "." + setting.getKey();
      String variable =
          path.replaceAll("([a-z])([A-Z])", "$1_$2").replace('.', '_').toUpperCase(Locale.ROOT);
      if (environment.containsKey(variable)) {
        overrides.put(path, environment.get(variable));
      }
    }
    return ConfigFactory.parseMap(overrides, "the environment");
  }
}
