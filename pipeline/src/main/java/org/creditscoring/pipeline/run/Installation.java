package org.creditscoring.pipeline.run;

import com.typesafe.config.ConfigException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where the settings of a command come from: {@code CREDIT_CONF} names the file, {@code
 * CREDIT_HOME} the project's folder.
 */
public final class Installation {
  private static final String CONF = "CREDIT_CONF";
  private static final String HOME = "CREDIT_HOME";

  private Installation() {}

  /**
   * Environment over settings file over {@code reference.conf}; relative paths count from the
   * project's folder.
   *
   * @throws WrongSettingException naming the setting that cannot be used
   */
  public static PipelineSettings settings(Map<String, String> environment) {
    Path home = home(environment);
    try {
      PipelineSettings settings = PipelineSettings.load(conf(environment), environment);
      return settings
          .at(
              home.resolve(settings.raw()),
              home.resolve(settings.snapshots()),
              home.resolve(settings.models()))
          .caching(home.resolve(settings.cache()))
          .logging(home.resolve(settings.log()))
          .settingAside(home.resolve(settings.inputs().setAside()));
    } catch (ConfigException | IllegalArgumentException e) {
      throw new WrongSettingException(e);
    }
  }

  /** The project's folder, from which relative paths of settings count. */
  public static Path home(Map<String, String> environment) {
    return Path.of(environment.getOrDefault(HOME, ""));
  }

  /**
   * The settings file.
   *
   * @throws IllegalArgumentException if the environment names one that is not there
   */
  public static Path conf(Map<String, String> environment) {
    Path conf = home(environment).resolve(environment.getOrDefault(CONF, "conf/credit.conf"));
    if (environment.containsKey(CONF) && !Files.exists(conf)) {
      throw new IllegalArgumentException(CONF + " names " + conf + ", which is not there");
    }
    return conf;
  }
}
