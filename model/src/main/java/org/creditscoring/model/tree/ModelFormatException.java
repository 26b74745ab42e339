package org.creditscoring.model.tree;

/**
 * A model that cannot be read; the message names where it came from, what was found and what is
 * accepted.
 */
public final class ModelFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ModelFormatException(String message) {
    super(message);
  }

  public ModelFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
