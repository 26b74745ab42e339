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
 * @param tls empty for plain HTTP
 * @param origins of other pages that may read answers
 */
record Security(Path tokenFile, Path tokens, Optional<Tls> tls, Set<String> origins) {
  TokenRegistry registry() {
    return new TokenRegistry(tokens);
  }

  TokenSetup setup() {
    return new TokenSetup(registry(), new TokenFile(tokenFile));
  }

  /** With another token file, beside which the registry then lies. */
  Security withTokenFile(Path file) {
    return new Security(file, file.resolveSibling(TokenRegistry.NAME), tls, origins);
  }
}
