package org.creditscoring.serving.audit;

import java.io.IOException;

/** Where audit entries go. */
public interface Audit extends AutoCloseable {
  /**
   * Keeps an entry. When this returns, a crash of the process does not lose it.
   *
   * @throws AuditException if it cannot be kept
   */
  void write(AuditEntry entry);

  @Override
  default void close() throws IOException {}
}
