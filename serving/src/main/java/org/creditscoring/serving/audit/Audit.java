package org.creditscoring.serving.audit;

/** Where audit entries go. */
public interface Audit {
  /**
   * Keeps an entry. When this returns, a crash of the process does not lose it.
   *
   * @throws AuditException if it cannot be kept
   */
  void write(AuditEntry entry);
}
