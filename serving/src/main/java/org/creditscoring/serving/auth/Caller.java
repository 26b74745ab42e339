package org.creditscoring.serving.auth;

import java.util.Optional;

/**
 * Who asks.
 *
 * @param token name of the token
 * @param onBehalfOf the analyst whom the bearer of the token has signed in
 */
public record Caller(String token, Role role, Optional<String> onBehalfOf) {
  /** The caller of a service that asks for no token. */
  static final String ANYBODY = "anybody";

  /** The person behind it: the analyst that was named, else the token's own name. */
  public String person() {
    return onBehalfOf.orElse(token);
  }
}
