package org.creditscoring.serving.auth;

import java.nio.file.Files;
import java.time.Instant;
import java.util.Optional;

/**
 * What a start finds or makes: the registry, the operator's token file and the dashboard's.
 *
 * @param operator the file of the token named {@value #OPERATOR}
 */
public record TokenSetup(TokenRegistry registry, TokenFile operator) {
  public static final String OPERATOR = "operator";
  public static final String NOTEBOOK = "notebook";

  /** Beside the operator's. */
  public TokenFile notebook() {
    return new TokenFile(operator.path().resolveSibling("notebook-token"));
  }

  /**
   * For a service that listens on this machine alone: the first start makes the operator's and the
   * dashboard's token, a later one wants what the first one left.
   *
   * @throws TokenFileException if something of it is missing or cannot be used
   */
  public void forLoopback() {
    if (registry.exists()) {
      requireFile(OPERATOR, operator);
      requireFile(NOTEBOOK, notebook());
    } else if (notebook().exists()) {
      throw new TokenFileException(
          ("there is no token registry %s, though %s shows that there was one: restore it, or delete"
                  + " the token files beside it and new tokens are made")
              .formatted(registry.path(), notebook().path()));
    } else {
      BearerToken secret = operator.exists() ? operator.read() : operator.make();
      registry.register(OPERATOR, Role.ADMIN, secret, Optional.empty());
      registry.register(NOTEBOOK, Role.NOTEBOOK, notebook().make(), Optional.empty());
    }
  }

  /**
   * For a service that other machines reach: nothing is made, and somebody must have a token.
   *
   * @throws TokenFileException if nobody has
   */
  public void forOtherMachines(String host) {
    boolean valid = registry.exists() && registry.read().anyValid(Instant.now());
    if (!valid) {
      throw new TokenFileException(
          ("host %s is reached from other machines, and %s holds no token that is valid: './credit"
                  + " token create --name NAME --role ROLE' makes one")
              .formatted(host, registry.path()));
    }
  }

  /** A token that was revoked needs no file; one that is in force has its file where it was. */
  private void requireFile(String name, TokenFile file) {
    Optional<Token> token = registry.read().named(name);
    if (token.isEmpty()) {
      return;
    }
    if (!Files.exists(file.path())) {
      throw new TokenFileException(
          "there is no token file %s, though %s holds its digest as '%s': put it back, or './credit token revoke %s' and the service starts without it"
              .formatted(file.path(), registry.path(), name, name));
    }
    if (!file.read().sha256().equals(token.get().sha256())) {
      throw new TokenFileException(
          "%s is not the token '%s' of %s: put the right one back, or './credit token revoke %s' and the service starts without it"
              .formatted(file.path(), name, registry.path(), name));
    }
  }
}
