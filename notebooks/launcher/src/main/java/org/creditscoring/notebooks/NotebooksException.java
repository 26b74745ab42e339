package org.creditscoring.notebooks;

/** Why the dashboard cannot run, in words for whoever started it. */
final class NotebooksException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int OUR_FAULT = 1;
  private static final int WRONG_USE = 2;

  private final int exitCode;

  private NotebooksException(int exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  static NotebooksException wrongUse(String message) {
    return new NotebooksException(WRONG_USE, message, null);
  }

  static NotebooksException ourFault(String message) {
    return new NotebooksException(OUR_FAULT, message, null);
  }

  static NotebooksException ourFault(String message, Throwable cause) {
    return new NotebooksException(OUR_FAULT, message, cause);
  }

  int exitCode() {
    return exitCode;
  }
}
