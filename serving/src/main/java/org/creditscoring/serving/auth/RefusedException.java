package org.creditscoring.serving.auth;

import java.util.Optional;

/** A request that is not let in; the message says why, for whoever sent it. */
public final class RefusedException extends Exception {
  /** What kind of refusal it is. */
  public enum Kind {
    /** Nobody that is known. */
    UNKNOWN,
    /** Somebody who may not do this. */
    FORBIDDEN,
    /** A header that cannot be read. */
    MALFORMED
  }

  private final Kind kind;
  private final transient Optional<Caller> caller;

  RefusedException(Kind kind, Optional<Caller> caller, String reason) {
    super(reason, null, false, false);
    this.kind = kind;
    this.caller = caller;
  }

  /** Whose token was refused, where it is a known one; without an analyst, who is only claimed. */
  public Optional<Caller> caller() {
    return caller;
  }

  public Kind kind() {
    return kind;
  }
}
