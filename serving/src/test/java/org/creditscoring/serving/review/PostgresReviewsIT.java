package org.creditscoring.serving.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.creditscoring.serving.review.Review.Recorded;
import org.junit.jupiter.api.Test;

/** On the PostgreSQL server that CREDIT_TEST_POSTGRES names by its JDBC URL. */
class PostgresReviewsIT {
  @Test
  void whatIsAddedIsReadAgain() {
    String url = System.getenv("CREDIT_TEST_POSTGRES");
    assumeTrue(url != null, "set CREDIT_TEST_POSTGRES to a JDBC URL of PostgreSQL to run this");
    int client = ThreadLocalRandom.current().nextInt(1_000_000_000);
    Review review = ReviewsTest.review(client, "\ud83d\ude00 ".repeat(1_000) + "'; --");
    try (Reviews reviews = Reviews.open(new ReviewDatabase.Server(url, "", ""))) {
      Recorded recorded = reviews.add(review, Optional.empty());
      assertThat(reviews.of(client, 10)).containsExactly(recorded);
      Review other = ReviewsTest.review(client, "once");
      Recorded once = reviews.add(other, Optional.of("key-" + client));
      assertThat(reviews.add(other, Optional.of("key-" + client))).isEqualTo(once);
      assertThat(reviews.sent(other.analyst(), "key-" + client)).contains(once);
    }
    try (Reviews reviews = Reviews.open(new ReviewDatabase.Server(url, "", ""))) {
      assertThat(reviews.of(client, 10)).extracting(Recorded::review).contains(review);
    }
  }
}
