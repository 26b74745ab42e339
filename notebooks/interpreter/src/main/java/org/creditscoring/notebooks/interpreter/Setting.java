package org.creditscoring.notebooks.interpreter;

import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * A setting of an interpreter: its property, else a variable of its process's environment, else the
 * default. A Zeppelin that saved its settings before a property existed has it nowhere.
 */
public final class Setting {
  private Setting() {}

  /**
   * @param name such as credit.api.url, whose variable is CREDIT_API_URL
   */
  public static String read(
      Properties properties, Map<String, String> environment, String name, String fallback) {
    String property = properties.getProperty(name, "").trim();
    if (!property.isEmpty()) {
      return property;
    }
    String variable = name.toUpperCase(Locale.ROOT).replace('.', '_');
    String value = environment.getOrDefault(variable, "").trim();
    return value.isEmpty() ? fallback : value;
  }
}
