package org.creditscoring.notebooks.interpreter.api;

/** A question that the service did not answer, by what the analyst can do about it. */
public final class ApiException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why there is no answer. */
  public enum Reason {
    /** 404: the thing asked for is not in the snapshot. */
    UNKNOWN,
    /** 401 or 403: the notebook's token is missing, wrong or expired. */
    NOT_ALLOWED,
    /** 400: what was sent cannot be used, and the message says why. */
    NOT_ACCEPTED,
    /** 422: something else was sent, and done, under the same key. */
    KEY_USED,
    /** 409: what was sent is about something that is not so any more. */
    CHANGED,
    /** 503: the service is up and has nothing to serve yet. */
    NOT_READY,
    /** No connection, or no answer in time. */
    DOWN,
    /** Any other status, or an answer that breaks the contract. */
    UNEXPECTED
  }

  private final Reason reason;

  ApiException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  ApiException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
