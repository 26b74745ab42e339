package org.creditscoring.serving.auth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that holds the secret of one token, readable only by its owner. */
public record TokenFile(Path path) {
  private static final int SHORTEST = 32;

  public boolean exists() {
    return Files.exists(path);
  }

  /**
   * The secret of the file.
   *
   * @throws TokenFileException if the file cannot be read, may be read by others or holds none
   */
  BearerToken read() {
    try {
      OwnerFile.requireOwnerOnly(path);
      String token = Files.readString(path).strip();
      if (token.length() < SHORTEST || !token.matches("[A-Za-z0-9._~+/=-]+")) {
        throw new TokenFileException(
            path
                + " holds no token: at least "
                + SHORTEST
                + " characters of letters, digits and ._~+/=- on one line");
      }
      return BearerToken.of(token);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /**
   * Makes a new secret and the file that holds it.
   *
   * @throws TokenFileException if the file cannot be made
   */
  BearerToken make() {
    String secret = BearerToken.random();
    try {
      OwnerFile.replace(path, secret + "\n");
    } catch (IOException e) {
      throw unusable(e);
    }
    return BearerToken.of(secret);
  }

  private TokenFileException unusable(IOException e) {
    return new TokenFileException(
        "the token file "
            + path
            + " cannot be read or made ("
            + e
            + "); take another with --token-file");
  }
}
