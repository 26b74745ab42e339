package org.creditscoring.serving.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.creditscoring.model.decision.Decision;
import org.creditscoring.serving.review.Review.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewsTest {
  @TempDir Path directory;

  static Review review(int clientId, String reason) {
    return new Review(
        clientId,
        Verdict.OVERRIDDEN,
        reason,
        Decision.REFUSED,
        0.26894143f,
        "Amélie",
        Instant.parse("2026-11-25T10:15:30.125Z"),
        "20261122T193200Z-5f0c9a",
        "20261101T000000Z-abcdef");
  }

  @Test
  void whatIsAddedIsReadAgainNewestFirstAlsoAfterAReopening() {
    Review first = review(100_002, "Income was \u00abnot\u00bb seen;\n'; drop table review; --");
    Review second = review(100_002, "\ud83d\ude00".repeat(2_000));
    try (Reviews reviews = open()) {
      Recorded one = reviews.add(first, Optional.empty());
      reviews.add(review(100_003, "another client"), Optional.empty());
      Recorded two = reviews.add(second, Optional.empty());
      assertThat(two.id()).isGreaterThan(one.id());
      assertThat(reviews.of(100_002, 10)).containsExactly(two, one);
      assertThat(reviews.of(100_002, 1)).containsExactly(two);
      assertThat(reviews.of(7, 10)).isEmpty();
    }
    try (Reviews reviews = open()) {
      assertThat(reviews.of(100_002, 10))
          .extracting(Recorded::review)
          .containsExactly(second, first);
    }
  }

  @Test
  void manyAtOnceAreAllOnTheRecord() {
    try (Reviews reviews = open()) {
      List<Long> ids =
          IntStream.range(0, 100)
              .parallel()
              .mapToObj(i -> reviews.add(review(5, "reason " + i), Optional.empty()).id())
              .sorted()
              .toList();
      assertThat(ids).doesNotHaveDuplicates();
      assertThat(reviews.of(5, 1_000))
          .extracting(recorded -> recorded.review().reason())
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(0, 100).mapToObj(i -> "reason " + i).toList());
    }
  }

  @Test
  void underOneKeyAnAnalystHasOne() {
    try (Reviews reviews = open()) {
      Recorded first = reviews.add(review(5, "first"), Optional.of("k"));
      assertThat(reviews.add(review(6, "second"), Optional.of("k"))).isEqualTo(first);
      assertThat(reviews.sent("Amélie", "k")).contains(first);
      assertThat(reviews.sent("Ben", "k")).isEmpty();
      assertThat(reviews.of(6, 10)).isEmpty();
      reviews.add(review(5, "without"), Optional.empty());
      reviews.add(review(5, "without"), Optional.empty());
      assertThat(reviews.of(5, 10)).hasSize(3);
    }
  }

  @Test
  void ofManyAtOnceUnderOneKeyOneIsOnTheRecord() {
    try (Reviews reviews = open()) {
      Set<Recorded> all =
          IntStream.range(0, 50)
              .parallel()
              .mapToObj(i -> reviews.add(review(5, "the same"), Optional.of("k")))
              .collect(Collectors.toSet());
      assertThat(all).hasSize(1);
      assertThat(reviews.of(5, 100)).containsExactlyElementsOf(all);
    }
  }

  /** As version 1 of the schema left it. */
  @Test
  void anOlderRecordIsBroughtUpToDate() throws Exception {
    DataSource source = new ReviewDatabase.Embedded(directory.resolve("r")).source();
    ReviewSchema.flyway(source).target("1").load().migrate();
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into review (client_id, verdict, reason, decision, probability, analyst,"
              + " reviewed_at, snapshot_id, model_id) values (5, 'UPHELD', 'old', 'REFUSED', 0.5,"
              + " 'anna', timestamp with time zone '2026-11-01 10:00:00.000+00:00',"
              + " '20261101T000000Z-000000', 'm')");
      statement.execute("SHUTDOWN");
    }
    try (Reviews reviews = open()) {
      Recorded added = reviews.add(review(5, "new"), Optional.of("k"));
      assertThat(reviews.of(5, 10)).hasSize(2).startsWith(added);
      assertThat(reviews.of(5, 10).get(1).review().reason()).isEqualTo("old");
    }
  }

  /** Else a new migration would never be made where there is a record already. */
  @Test
  void theNewestVersionIsThatOfTheLastMigration() throws IOException {
    DataSource source = new ReviewDatabase.Embedded(directory.resolve("r")).source();
    assertThat(List.of(ReviewSchema.flyway(source).load().info().all()))
        .last()
        .satisfies(last -> assertThat(last.getVersion()).hasToString(ReviewSchema.NEWEST));
  }

  @Test
  void onlyTheirOwnerMayReadThem() throws IOException {
    open().close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("r"))))
        .isEqualTo("rwx------");
  }

  @Test
  void whatCannotBeOpenedSaysWhatToDo() throws IOException {
    Path file = Files.writeString(directory.resolve("r"), "in the way");
    assertThatThrownBy(this::open)
        .isInstanceOf(ReviewsException.class)
        .hasMessageStartingWith("the reviews in " + file + " cannot be opened (")
        .hasMessageEndingWith(
            "stop what else uses them, or set credit.serving.reviews to another place");
  }

  @Test
  void aServerThatIsNotThereIsNamedWithoutItsSecrets() {
    assertThatThrownBy(
            () ->
                Reviews.open(
                    new ReviewDatabase.Server(
                        "jdbc:postgresql://127.0.0.1:1/credit?password=secret", "me", "secret")))
        .isInstanceOf(ReviewsException.class)
        .hasMessageStartingWith("the reviews in jdbc:postgresql://127.0.0.1:1/credit cannot be")
        .hasMessageNotContaining("secret");
  }

  private Reviews open() {
    return Reviews.open(new ReviewDatabase.Embedded(directory.resolve("r")));
  }
}
