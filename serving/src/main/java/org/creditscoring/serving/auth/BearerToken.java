package org.creditscoring.serving.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The secret that a bearer shows (RFC 6750), known by its SHA-256 only: of 256 random bits that is
 * as good as a slow hash, and a request can afford it.
 *
 * @param sha256 64 hexadecimal digits
 */
public record BearerToken(String sha256) {
  private static final String SCHEME = "Bearer ";
  private static final int RANDOM_BYTES = 32;

  public static BearerToken of(String secret) {
    return new BearerToken(HexFormat.of().formatHex(digest(secret)));
  }

  /** A new secret: 256 random bits in base64url, 43 characters. */
  public static String random() {
    byte[] random = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  /** What a header {@code Authorization} carries. */
  public static Optional<BearerToken> in(String authorization) {
    return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? Optional.of(of(authorization.substring(SCHEME.length()).strip()))
        : Optional.empty();
  }

  private static byte[] digest(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
