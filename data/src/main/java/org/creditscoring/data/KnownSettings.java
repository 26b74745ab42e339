package org.creditscoring.data;

import com.typesafe.config.Config;
import java.util.List;
import java.util.Map;

/** Tells a setting that is misspelt, which would else change nothing without a word. */
public final class KnownSettings {
  private KnownSettings() {}

  /**
   * @param all settings, resolved
   * @param reference every setting that there is
   * @param block path of the settings that are looked at
   * @throws IllegalArgumentException naming a setting of the block that the reference does not
   *     have, the file and line where it stands, and what may be meant
   */
  public static void require(Config all, Config reference, String block) {
    List<String> known =
        reference.getConfig(block).entrySet().stream().map(Map.Entry::getKey).sorted().toList();
    all.getConfig(block).entrySet().stream()
        .filter(setting -> !known.contains(setting.getKey()))
        .min(Map.Entry.comparingByKey())
        .ifPresent(
            setting -> {
              throw new IllegalArgumentException(
                  "%s: there is no setting %s.%s; there is %s."
                      .formatted(
                          setting.getValue().origin().description(),
                          block,
                          setting.getKey(),
                          String.join(", ", meant(setting.getKey(), known))));
            });
  }

  /** The settings of the same last name; all of them if there is none. */
  private static List<String> meant(String key, List<String> known) {
    String last = last(key);
    List<String> alike = known.stream().filter(name -> last(name).equals(last)).toList();
    return alike.isEmpty() ? known : alike;
  }

  private static String last(String key) {
    return key.substring(key.lastIndexOf('.') + 1);
  }
}
