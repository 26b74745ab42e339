package org.creditscoring.serving.auth;

/** A token file that cannot or must not be used; the message says what to do. */
public final class TokenFileException extends RuntimeException {
  TokenFileException(String reason) {
    super(reason);
  }
}
