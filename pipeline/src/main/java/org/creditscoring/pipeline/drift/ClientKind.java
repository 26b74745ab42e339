package org.creditscoring.pipeline.drift;

import java.util.Locale;

/** Who is compared with whom: clients whose outcome is known, or those whose outcome is not. */
public enum ClientKind {
  PAST,
  CURRENT;

  /**
   * @param outcome −1 unknown
   */
  public static ClientKind of(int outcome) {
    return outcome < 0 ? CURRENT : PAST;
  }

  /** As reports name it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
