package org.creditscoring.serving.snapshot;

/** There is no snapshot yet; the message says where one was looked for and what publishes one. */
public final class NothingToServeException extends RuntimeException {
  NothingToServeException(String reason) {
    super(reason + "; './credit refresh' publishes a snapshot");
  }
}
