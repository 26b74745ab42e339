package org.creditscoring.serving.auth;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A token as it is kept: without its secret.
 *
 * @param name 1 to 64 of a-z, 0-9, dot, underscore and hyphen, beginning with a letter or digit
 * @param sha256 of the secret, 64 hexadecimal digits
 * @param expires empty for never
 */
public record Token(
    String name, Role role, String sha256, Instant created, Optional<Instant> expires) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  public Token {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a token's name is 1 to 64 of a-z, 0-9 and ._- and begins with a letter or digit, is '"
              + name
              + "'");
    }
    if (!DIGEST.matcher(sha256).matches()) {
      throw new IllegalArgumentException("token " + name + " has no SHA-256 of 64 digits");
    }
  }

  /** From its expiry on a token is refused. */
  public boolean expiredAt(Instant now) {
    return expires.isPresent() && !now.isBefore(expires.get());
  }
}
