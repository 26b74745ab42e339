package org.creditscoring.serving.auth;

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

  RefusedException(Kind kind, String reason) {
    super(reason, null, false, false);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
