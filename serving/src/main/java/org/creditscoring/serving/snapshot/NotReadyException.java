package org.creditscoring.serving.snapshot;

/** No snapshot may be served at this moment; the message is fit for a client of the API. */
public final class NotReadyException extends RuntimeException {
  NotReadyException(String reason) {
    super(reason);
  }
}
