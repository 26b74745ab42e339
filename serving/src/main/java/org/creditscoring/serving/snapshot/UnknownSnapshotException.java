package org.creditscoring.serving.snapshot;

/** No snapshot of that id is kept; the message is fit for a client of the API. */
public final class UnknownSnapshotException extends RuntimeException {
  UnknownSnapshotException(String reason) {
    super(reason);
  }
}
