package org.creditscoring.serving.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.creditscoring.serving.review.ReviewDatabase;
import org.creditscoring.serving.review.Reviews;
import org.creditscoring.serving.review.ReviewsException;

/** Opens the record of reviews while the snapshot is being opened: each takes as long. */
final class OpeningReviews implements AutoCloseable {
  private final CompletableFuture<Reviews> opening;

  OpeningReviews(ReviewDatabase database) {
    opening = CompletableFuture.supplyAsync(() -> Reviews.open(database));
  }

  /**
   * The record, once it is open.
   *
   * @throws ReviewsException if it cannot be opened
   */
  Reviews opened() {
    try {
      return opening.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof ReviewsException refused ? refused : e;
    }
  }

  @Override
  public void close() {
    if (!opening.handle((reviews, failure) -> failure != null).join()) {
      opening.join().close();
    }
  }
}
