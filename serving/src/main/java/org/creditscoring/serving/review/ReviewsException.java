package org.creditscoring.serving.review;

/** The database of reviews cannot be opened, read or added to; the message says what to do. */
public final class ReviewsException extends RuntimeException {
  ReviewsException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
