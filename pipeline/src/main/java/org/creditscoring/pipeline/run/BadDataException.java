package org.creditscoring.pipeline.run;

/**
 * The refresh cannot go on because of what it was given: files, directories, rows. The message is
 * for the person who can mend it: which file, line, column and value, and what to do.
 */
public final class BadDataException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public BadDataException(String message) {
    super(message);
  }

  public BadDataException(String message, Throwable cause) {
    super(message, cause);
  }
}
