package org.creditscoring.serving.whatif;

/** A change that cannot be simulated; the message is for whoever asked for it. */
public final class WhatIfException extends RuntimeException {
  WhatIfException(String reason) {
    super(reason, null, false, false);
  }
}
