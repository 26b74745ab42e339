package org.creditscoring.serving.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.creditscoring.serving.auth.TokenFile;
import org.creditscoring.serving.auth.TokenRegistry;
import org.creditscoring.serving.auth.TokenSetup;
import org.creditscoring.serving.http.Tls;

/**
 * Who is let in, and how.
 *
 * @param tokenFile of the operator
 * @param tokens the registry
 * @param audit directory of the audit log
 * @param tls empty for plain HTTP
 * @param origins of other pages that may read answers
 */
record Security(Path tokenFile, Path tokens, Path audit, Optional<Tls> tls, Set<String> origins) {
  /** The audit log's directory where it lies beside the operator's token file. */
  static final String AUDIT = "audit";

  TokenRegistry registry() {
    return new TokenRegistry(tokens);
  }

  TokenSetup setup() {
    return new TokenSetup(registry(), new TokenFile(tokenFile));
  }

  /** With another token file, beside which everything else then lies. */
  Security withTokenFile(Path file) {
    return new Security(
        file, file.resolveSibling(TokenRegistry.NAME), file.resolveSibling(AUDIT), tls, origins);
  }
}
