package org.creditscoring.pipeline.snapshot;

import org.creditscoring.model.decision.Decision;

/** Whom a bin counts apart. A client has one decision and one outcome. */
enum Group {
  ACCEPTED,
  REFUSED,
  REPAID,
  DEFAULTED,
  UNKNOWN;

  private static final int DECISIONS = 2;

  /** How many codes there are: each decision with each outcome. */
  static final int CODES = 3 * DECISIONS;

  /** Decision and outcome of a client in one byte, below {@link #CODES}. */
  static byte code(String decision, byte outcome) {
    int refused = decision.equals(Decision.REFUSED.name()) ? 1 : 0;
    return (byte) (refused + DECISIONS * (outcome + 1));
  }

  static Group decision(int code) {
    return code % DECISIONS == 1 ? REFUSED : ACCEPTED;
  }

  static Group outcome(int code) {
    return switch (code / DECISIONS) {
      case 0 -> UNKNOWN;
      case 1 -> REPAID;
      default -> DEFAULTED;
    };
  }

  /** Whether the client's outcome is known: a past client. */
  static boolean past(int code) {
    return outcome(code) != UNKNOWN;
  }
}
