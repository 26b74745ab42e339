package org.creditscoring.notebooks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** A password's salted hash in the format of Shiro 1.x, which Zeppelin signs people in with. */
final class ShiroPassword {
  /** Shiro's own default: a guess costs what a sign-in costs, about a tenth of a second. */
  private static final int ITERATIONS = 500_000;

  private static final int SALT_BYTES = 16;
  private static final String ALGORITHM = "SHA-256";

  private ShiroPassword() {}

  /** {@code $shiro1$SHA-256$iterations$salt$digest}, salt and digest in Base64. */
  static String hash(String password, SecureRandom random) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    MessageDigest digest = sha256();
    digest.update(salt);
    byte[] hashed = digest.digest(password.getBytes(StandardCharsets.UTF_8));
    for (int i = 1; i < ITERATIONS; i++) {
      hashed = digest.digest(hashed);
    }
    Base64.Encoder base64 = Base64.getEncoder();
    return String.join(
        "$",
        "",
        "shiro1",
        ALGORITHM,
        Integer.toString(ITERATIONS),
        base64.encodeToString(salt),
        base64.encodeToString(hashed));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance(ALGORITHM);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
