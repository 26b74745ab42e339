package org.creditscoring.serving.snapshot;

import java.nio.file.NoSuchFileException;

/**
 * A snapshot that may not be served; the message says which file, why, and for a person to read.
 */
public final class RefusedSnapshotException extends RuntimeException {
  public RefusedSnapshotException(String reason) {
    super(reason);
  }

  private RefusedSnapshotException(String reason, Throwable cause) {
    super(reason, cause);
  }

  /**
   * @param file that could not be read
   * @param cause its message becomes part of the reason
   */
  static RefusedSnapshotException unreadable(Object file, Throwable cause) {
    if (cause instanceof RefusedSnapshotException refused) {
      return refused;
    }
    String why =
        cause instanceof NoSuchFileException ? "is missing" : "cannot be used: " + reason(cause);
    return new RefusedSnapshotException(file + " " + why, cause);
  }

  /** The innermost message, which is the one written for people. */
  private static String reason(Throwable cause) {
    Throwable innermost = cause;
    while (innermost.getCause() != null && innermost.getCause() != innermost) {
      innermost = innermost.getCause();
    }
    return innermost.getMessage() == null
        ? innermost.getClass().getSimpleName()
        : innermost.getMessage();
  }
}
