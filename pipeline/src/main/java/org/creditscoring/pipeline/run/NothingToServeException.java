package org.creditscoring.pipeline.run;

/** No snapshot is there to be looked at; the message says where, and what makes one. */
public final class NothingToServeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public NothingToServeException(String message) {
    super(message);
  }
}
