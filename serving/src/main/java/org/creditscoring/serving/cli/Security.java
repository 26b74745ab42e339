package org.creditscoring.serving.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.creditscoring.serving.audit.Audit;
import org.creditscoring.serving.audit.AuditException;
import org.creditscoring.serving.audit.AuditLog;
import org.creditscoring.serving.audit.AuditStream;
import org.creditscoring.serving.auth.TokenFile;
import org.creditscoring.serving.auth.TokenRegistry;
import org.creditscoring.serving.auth.TokenSetup;
import org.creditscoring.serving.http.Tls;

/**
 * Who is let in, and how.
 *
 * @param tokenFile of the operator
 * @param tokens the registry
 * @param audit directory of the audit log; empty for standard output
 * @param tls empty for plain HTTP
 * @param origins of other pages that may read answers
 */
record Security(
    Path tokenFile, Path tokens, Optional<Path> audit, Optional<Tls> tls, Set<String> origins) {
  /** The audit log's directory where it lies beside the operator's token file. */
  static final String AUDIT = "audit";

  TokenRegistry registry() {
    return new TokenRegistry(tokens);
  }

  TokenSetup setup() {
    return new TokenSetup(registry(), new TokenFile(tokenFile));
  }

  /**
   * @throws AuditException if the audit log cannot be written
   */
  Audit openAudit() {
    return audit.isPresent()
        ? AuditLog.open(audit.get(), AuditLog.USUAL_BYTES)
        : AuditStream.standardOutput();
  }
}
