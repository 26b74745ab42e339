package org.creditscoring.serving.cli;

import java.util.Map;
import org.creditscoring.serving.audit.AuditException;
import org.creditscoring.serving.auth.TokenFileException;
import org.creditscoring.serving.http.PortInUseException;
import org.creditscoring.serving.review.ReviewsException;
import org.creditscoring.serving.snapshot.NothingToServeException;
import org.creditscoring.serving.snapshot.RefusedSnapshotException;

/** Which exception ends the process with which code: one table for all commands. */
final class ExitCodes {
  static final int DONE = 0;
  static final int OUR_FAULT = 1;
  static final int WRONG_USE = 2;
  static final int BAD_DATA = 3;
  static final int NOTHING_TO_SERVE = 4;

  private static final Map<Class<? extends Exception>, Integer> CODES =
      Map.of(
          NothingToServeException.class, NOTHING_TO_SERVE,
          RefusedSnapshotException.class, BAD_DATA,
          PortInUseException.class, WRONG_USE,
          TokenFileException.class, WRONG_USE,
          AuditException.class, WRONG_USE,
          ReviewsException.class, WRONG_USE);

  private ExitCodes() {}

  static int of(Throwable exception) {
    return CODES.getOrDefault(exception.getClass(), OUR_FAULT);
  }
}
