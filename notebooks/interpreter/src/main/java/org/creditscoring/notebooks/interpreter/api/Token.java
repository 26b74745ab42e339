package org.creditscoring.notebooks.interpreter.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The bearer token in a file that an administrator names; read at each question, so that a changed
 * token needs no restart.
 */
public final class Token {
  private final Optional<Path> file;

  private Token(Optional<Path> file) {
    this.file = file;
  }

  /** For a service that asks for none. */
  public static Token none() {
    return new Token(Optional.empty());
  }

  public static Token in(Path file) {
    return new Token(Optional.of(file));
  }

  /** Never to be put in a message, a log line or an answer. */
  Optional<String> read() throws ApiException {
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(file.get()).trim()).filter(value -> !value.isEmpty());
    } catch (IOException e) {
      throw new ApiException(
          ApiException.Reason.NOT_ALLOWED, "the token file " + file.get() + " cannot be read", e);
    }
  }
}
