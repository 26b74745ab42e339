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
import org.creditscoring.model.decision.Decision;
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
import org.creditscoring.serving.snapshot.Snapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A second look at a decision by a person, put on the record and read from it. */
final class ReviewRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(ReviewRoutes.class);
  private static final int LONGEST_REASON = 2_000;
  private static final int MOST = 1_000;
  private static final int USUAL = 100;
  private static final List<String> VERDICTS =
      Arrays.stream(Verdict.values()).map(Verdict::name).toList();

  private final Reviews reviews;
  private final Clock clock;

  ReviewRoutes(Reviews reviews, Clock clock) {
    this.reviews = reviews;
    this.clock = clock;
  }

  public record ReviewRequest(
      @OpenApiDescription("UPHELD: the decision stands. OVERRIDDEN: the other one is taken.")
          Verdict verdict,
      @OpenApiDescription("Why, in 1 to 2000 characters.") String reason) {}

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
          "For tokens of role analyst and admin, and of role notebook on behalf of an analyst. A"
              + " review is never changed or removed; look again to say otherwise.",
      pathParams =
          @OpenApiParam(
              name = "id",
              type = Integer.class,
              required = true,
              description = "The client's id, SK_ID_CURR.",
              example = "100002"),
      requestBody =
          @OpenApiRequestBody(
              required = true,
              content = @OpenApiContent(from = ReviewRequest.class)),
      responses = {
        @OpenApiResponse(status = "201", content = @OpenApiContent(from = ReviewItem.class)),
        @OpenApiResponse(
            status = "404",
            content = @OpenApiContent(from = Problem.class, mimeType = Problem.CONTENT_TYPE))
      })
  Created add(Request request, Snapshot snapshot) throws IOException {
    ClientRecord client = ClientRoutes.find(snapshot, request.clientId());
    Body body = request.body("verdict", "reason");
    Review review =
        new Review(
            client.id(),
            Verdict.valueOf(body.oneOf("verdict", VERDICTS)),
            body.text("reason", 1, LONGEST_REASON),
            client.decision(),
            client.probability(),
            request.caller().person(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            snapshot.id(),
            snapshot.manifest().modelId());
    try {
      return new Created(item(reviews.add(review)));
    } catch (ReviewsException e) {
      throw unavailable(e);
    }
  }

  @OpenApi(
      path = "/v1/clients/{id}/reviews",
      methods = HttpMethod.GET,
      operationId = "listReviews",
      tags = "reviews",
      summary = "The second looks at a client's decisions, whatever the snapshot",
      pathParams =
          @OpenApiParam(
              name = "id",
              type = Integer.class,
              required = true,
              description = "The client's id, SK_ID_CURR.",
              example = "100002"),
      queryParams =
          @OpenApiParam(
              name = "limit",
              type = Integer.class,
              description = "How many, the newest; 1 to 1000, 100 unless said."),
      responses = {
        @OpenApiResponse(status = "200", content = @OpenApiContent(from = ReviewList.class)),
        @OpenApiResponse(
            status = "404",
            content = @OpenApiContent(from = Problem.class, mimeType = Problem.CONTENT_TYPE))
      })
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
