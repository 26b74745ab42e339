package org.creditscoring.serving.audit;

/** The audit log cannot be used; the message says why and what to do. */
public final class AuditException extends RuntimeException {
  public AuditException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
