package org.creditscoring.pipeline.run;

import java.io.PrintWriter;

/** How the end of a command is told: by a code, and a message for a person. */
public final class ExitCodes {
  public static final int DONE = 0;
  public static final int OUR_FAULT = 1;
  public static final int WRONG_USE = 2;
  public static final int BAD_DATA = 3;
  public static final int NOTHING_TO_SERVE = 4;

  private ExitCodes() {}

  /**
   * Says why a command failed.
   *
   * @param untouched what is still as it was, as a sentence; said when the fault is ours
   * @return its exit code
   */
  public static int explain(Exception failure, String command, String untouched, PrintWriter err) {
    if (failure instanceof BadDataException) {
      err.println(command + " stopped: " + failure.getMessage());
      return BAD_DATA;
    }
    if (failure instanceof HeldException) {
      err.println(command + " held back: " + failure.getMessage());
      return BAD_DATA;
    }
    if (failure instanceof NothingToServeException) {
      err.println(failure.getMessage());
      return NOTHING_TO_SERVE;
    }
    if (failure instanceof WrongSettingException) {
      err.println(failure.getMessage());
      return WRONG_USE;
    }
    err.println(
        command
            + " failed, and it is our fault: "
            + RootCause.of(failure)
            + ". "
            + untouched
            + " Run again with --stack-trace to see where.");
    return OUR_FAULT;
  }
}
