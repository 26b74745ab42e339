package org.creditscoring.serving.snapshot;

/** A column whose rows have no byte offset of their own; the message continues "the column …". */
final class NotAddressableException extends Exception {
  NotAddressableException(String reason) {
    super(reason);
  }
}
