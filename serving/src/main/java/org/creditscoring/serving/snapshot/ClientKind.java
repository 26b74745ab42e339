package org.creditscoring.serving.snapshot;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a client's loan is known to have been repaid or not. */
public enum ClientKind {
  PAST,
  CURRENT;

  public static Optional<ClientKind> of(String name) {
    return Stream.of(values()).filter(kind -> kind.wireName().equals(name)).findFirst();
  }

  /** The name on the wire. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
