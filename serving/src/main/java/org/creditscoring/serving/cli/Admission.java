package org.creditscoring.serving.cli;

import java.util.Optional;
import org.creditscoring.serving.auth.Access;
import org.creditscoring.serving.auth.LiveTokens;

/** The rule of admission together with what it reads from, until the service stops. */
record Admission(Access access, Optional<LiveTokens> tokens) implements AutoCloseable {
  static Admission open() {
    return new Admission(new Access.OpenOnLoopback(), Optional.empty());
  }

  static Admission with(LiveTokens tokens) {
    return new Admission(new Access.WithTokens(tokens), Optional.of(tokens));
  }

  @Override
  public void close() {
    tokens.ifPresent(LiveTokens::close);
  }
}
