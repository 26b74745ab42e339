package org.creditscoring.data.fidelity;

/** A raw table or a profile that cannot be read; the message says where and why. */
public final class BadTableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadTableException(String message) {
    super(message);
  }
}
