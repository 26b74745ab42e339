package org.creditscoring.audit;

/** A file cannot be used; the message names it and says what to do. */
final class BadInputException extends RuntimeException {
  private static final long serialVersionUID = 1;

  BadInputException(String message) {
    super(message);
  }
}
