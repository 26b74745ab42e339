package org.creditscoring.notebooks.interpreter.sql;

/** Why a statement was not run or did not end, in words for whoever wrote it. */
final class SqlRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is at fault. */
  enum Reason {
    /** Not one SELECT. */
    NOT_A_SELECT,
    /** The engine's own complaint: a misspelt name, a file out of bounds. */
    WRONG,
    /** It took too long, or the analyst cancelled it. */
    STOPPED,
    /** There is no snapshot to ask. */
    NO_SNAPSHOT
  }

  private final Reason reason;

  SqlRefusedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
