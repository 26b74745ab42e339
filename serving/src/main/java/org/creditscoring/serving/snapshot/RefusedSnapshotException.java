package org.creditscoring.serving.snapshot;

import java.io.IOException;
import java.nio.file.NoSuchFileException;

/**
 * A snapshot that may not be served; the message says which file, why, and for a person to read.
 */
public final class RefusedSnapshotException extends RuntimeException {
  private final boolean ofContent;

  public RefusedSnapshotException(String reason) {
    this(reason, null, false);
  }

  private RefusedSnapshotException(String reason, Throwable cause, boolean ofContent) {
    super(reason, cause);
    this.ofContent = ofContent;
  }

  /**
   * @param reason which file was read whole and is not the published one
   */
  static RefusedSnapshotException altered(String reason) {
    return new RefusedSnapshotException(reason, null, true);
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
    return new RefusedSnapshotException(file + " " + why, cause, !ofAnIoException(cause));
  }

  /**
   * Whether what the files hold is the reason, so that reading them again finds the same; false for
   * a disk that failed, a file that is not there (yet), and what a look at the directory tells.
   */
  boolean ofContent() {
    return ofContent;
  }

  private static boolean ofAnIoException(Throwable cause) {
    Throwable each = cause;
    while (each != null && !(each instanceof IOException)) {
      each = each.getCause();
    }
    return each != null;
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
