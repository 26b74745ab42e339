package org.creditscoring.pipeline.run;

import com.typesafe.config.Config;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is done about an input that is not quite what it should be. */
public enum Reaction {
  /** It is told, and the run goes on. */
  WARN,
  /** The run stops, and nothing is published. */
  STOP;

  static Reaction of(Config config, String setting) {
    String text = config.getString(setting);
    return Arrays.stream(values())
        .filter(one -> one.toString().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "setting inputs."
                        + setting
                        + " is "
                        + text
                        + "; it must be "
                        + Arrays.stream(values())
                            .map(Reaction::toString)
                            .collect(Collectors.joining(" or "))));
  }

  /** As the settings write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
