package org.creditscoring.serving.api;

import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiDescription;
import io.javalin.openapi.OpenApiParam;
import io.javalin.openapi.OpenApiRequestBody;
import io.javalin.openapi.OpenApiResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.creditscoring.model.decision.Decision;
import org.creditscoring.model.snapshot.SnapshotId;
import org.creditscoring.serving.http.Body;
import org.creditscoring.serving.http.Created;
import org.creditscoring.serving.http.Problem;
import org.creditscoring.serving.http.ProblemException;
import org.creditscoring.serving.http.Request;
import org.creditscoring.serving.review.Review;
import org.creditscoring.serving.review.Reviews;
import org.creditscoring.serving.review.ReviewsException;
import org.creditscoring.serving.review.Verdict;
import org.creditscoring.serving.snapshot.ClientRecord;
import org.creditscoring.serving.snapshot.PastScore;
import org.creditscoring.serving.snapshot.Snapshot;
import org.creditscoring.serving.snapshot.SnapshotStore;
import org.creditscoring.serving.snapshot.StoredScore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A second look at a decision by a person, put on the record and read from it. */
final class ReviewRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(ReviewRoutes.class);
  private static final int LONGEST_REASON = 2_000;
  private static final int LONGEST_ID = 40;
  private static final int MOST = 1_000;
  private static final int USUAL = 100;
  private static final List<String> VERDICTS =
      Arrays.stream(Verdict.values()).map(Verdict::name).toList();

  private final SnapshotStore store;
  private final Reviews reviews;
  private final Clock clock;

  ReviewRoutes(SnapshotStore store, Reviews reviews, Clock clock) {
    this.store = store;
    this.reviews = reviews;
    this.clock = clock;
  }

  public record ReviewRequest(
      @OpenApiDescription("UPHELD: the decision stands. OVERRIDDEN: the other one is taken.")
          Verdict verdict,
      @OpenApiDescription("Why, in 1 to 2000 characters.") String reason,
      @OpenApiDescription("Of the answer in which the analyst saw the decision.")
          String snapshotId) {}

  @OpenApiDescription("The decision is not any more what the analyst saw.")
  public record ReviewConflict(
      String type,
      String title,
      int status,
      @OpenApiDescription("What to do about it, for a person.") String detail,
      String instance,
      @OpenApiDescription("That was sent.") String seenSnapshotId,
      @OpenApiDescription("That is served.") String currentSnapshotId) {}

  public record ReviewItem(
      @OpenApiDescription("Rises in the order of the record.") long reviewId,
      int clientId,
      Verdict verdict,
      String reason,
      @OpenApiDescription("That was looked at.") Decision decision,
      float probability,
      @OpenApiDescription("The person behind the token.") String analyst,
      @OpenApiDescription("ISO-8601, UTC.") String reviewedAt,
      @OpenApiDescription("That the decision is of.") String snapshotId,
      String modelId) {}

  public record ReviewList(
      @OpenApiDescription("The newest first.") List<ReviewItem> reviews, int clientId) {}

  @OpenApi(
      path = "/v1/clients/{id}/reviews",
      methods = HttpMethod.POST,
      operationId = "addReview",
      tags = "reviews",
      summary = "Puts a second look at a client's decision on the record",
      description =
          "For tokens of role analyst and admin, and of role notebook on behalf of an analyst. It is"
              + " recorded against the snapshot that the analyst saw; where another one is served"
              + " meanwhile, only if decision and model are the same in both. A review is never"
              + " changed or removed; look again to say otherwise.",
      pathParams = @OpenApiParam(name = "id", required = true),
      headers =
          @OpenApiParam(
              name = Request.IDEMPOTENCY_KEY,
              description =
                  "1 to 64 of A-Z, a-z, 0-9 and ._-, one for each review: whoever gets no answer, or"
                      + " a 503, sends the same again, and the review is on the record once."),
      requestBody =
          @OpenApiRequestBody(
              required = true,
              content = @OpenApiContent(from = ReviewRequest.class)),
      responses = {
        @OpenApiResponse(status = "201", content = @OpenApiContent(from = ReviewItem.class)),
        @OpenApiResponse(
            status = "409",
            description = "The decision or the model has changed since the analyst looked",
            content =
                @OpenApiContent(from = ReviewConflict.class, mimeType = Problem.CONTENT_TYPE)),
        @OpenApiResponse(
            status = "422",
            description = "The key has been used for another review",
            content = @OpenApiContent(from = Problem.class, mimeType = Problem.CONTENT_TYPE))
      })
  Created add(Request request, Snapshot current) throws IOException {
    Said said = said(request, request.clientId());
    Optional<String> key = request.header(Request.IDEMPOTENCY_KEY);
    try {
      // First of all: what is sent again was seen in time when it was sent first, whoever is
      // there now.
      Optional<Review.Recorded> earlier = key.flatMap(name -> reviews.sent(said.analyst(), name));
      Review.Recorded recorded =
          earlier.isPresent() ? earlier.get() : reviews.add(review(said, current), key);
      if (!said.is(recorded.review())) {
        throw ProblemException.unprocessable(
            "%s %s names another review, number %d; take a new key for a new review"
                .formatted(Request.IDEMPOTENCY_KEY, key.orElseThrow(), recorded.id()));
      }
      request.noteSnapshot(said.snapshotId());
      return new Created(item(recorded));
    } catch (ReviewsException e) {
      throw unavailable(e);
    }
  }

  /** What an analyst says of what he saw. */
  private record Said(
      int clientId, Verdict verdict, String reason, String snapshotId, String analyst) {
    boolean is(Review review) {
      return equals(
          new Said(
              review.clientId(),
              review.verdict(),
              review.reason(),
              review.snapshotId(),
              review.analyst()));
    }
  }

  private static Said said(Request request, int clientId) {
    Body body = request.body("verdict", "reason", "snapshotId");
    Verdict verdict = Verdict.valueOf(body.oneOf("verdict", VERDICTS));
    String reason = body.text("reason", 1, LONGEST_REASON);
    String seen = body.text("snapshotId", 1, LONGEST_ID);
    if (!SnapshotId.valid(seen)) {
      throw ProblemException.badRequest(
          "field snapshotId must be the snapshotId of an answer, is "
              + ProblemException.quoted(seen));
    }
    return new Said(clientId, verdict, reason, seen, request.caller().person());
  }

  private Review review(Said said, Snapshot current) {
    ClientRecord client = ClientRoutes.find(current, said.clientId());
    float probability =
        said.snapshotId().equals(current.id())
            ? client.probability()
            : seenBefore(said, client, current).probability();
    return new Review(
        client.id(),
        said.verdict(),
        said.reason(),
        client.decision(),
        probability,
        said.analyst(),
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        said.snapshotId(),
        current.manifest().modelId());
  }

  /** The score in a snapshot that is not the current one, whose decision still stands. */
  private StoredScore seenBefore(Said said, ClientRecord client, Snapshot current) {
    Optional<PastScore> seen = store.scoreIn(said.snapshotId(), client.id());
    if (seen.isPresent()
        && seen.get().score().decision() == client.decision()
        && seen.get().snapshot().modelId().equals(current.manifest().modelId())) {
      return seen.get().score();
    }
    throw ProblemException.conflict(
        "client %d was seen in snapshot %s, and snapshot %s is served now, %s; look again, and send the snapshotId of what is seen then"
            .formatted(
                client.id(),
                said.snapshotId(),
                current.id(),
                seen.isPresent()
                    ? "with another decision or another model"
                    : "while the other one cannot be read any more"),
        Map.of("seenSnapshotId", said.snapshotId(), "currentSnapshotId", current.id()));
  }

  @OpenApi(
      path = "/v1/clients/{id}/reviews",
      methods = HttpMethod.GET,
      operationId = "listReviews",
      tags = "reviews",
      summary = "The second looks at a client's decisions, whatever the snapshot",
      pathParams = @OpenApiParam(name = "id", required = true),
      queryParams =
          @OpenApiParam(
              name = "limit",
              type = Integer.class,
              description = "How many, the newest; 1 to 1000, 100 unless said."),
      responses =
          @OpenApiResponse(status = "200", content = @OpenApiContent(from = ReviewList.class)))
  ReviewList list(Request request, Snapshot snapshot) {
    int id = request.clientId();
    int limit = request.whole("limit", 1, MOST).orElse(USUAL);
    List<ReviewItem> items;
    try {
      items = reviews.of(id, limit).stream().map(ReviewRoutes::item).toList();
    } catch (ReviewsException e) {
      throw unavailable(e);
    }
    if (items.isEmpty()) {
      ClientRoutes.find(snapshot, id);
    }
    return new ReviewList(items, id);
  }

  private static ProblemException unavailable(ReviewsException e) {
    LOG.error("{}", e.getMessage(), e);
    return ProblemException.unavailable("the record of reviews does not answer at this moment");
  }

  private static ReviewItem item(Review.Recorded recorded) {
    Review review = recorded.review();
    return new ReviewItem(
        recorded.id(),
        review.clientId(),
        review.verdict(),
        review.reason(),
        review.decision(),
        review.probability(),
        review.analyst(),
        review.reviewedAt().toString(),
        review.snapshotId(),
        review.modelId());
  }
}
