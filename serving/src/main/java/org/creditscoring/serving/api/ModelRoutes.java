package org.creditscoring.serving.api;

import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiDescription;
import io.javalin.openapi.OpenApiResponse;
import org.creditscoring.model.card.ModelCard;
import org.creditscoring.serving.http.Request;
import org.creditscoring.serving.snapshot.Snapshot;

/** The model that answers come from. */
final class ModelRoutes {
  private ModelRoutes() {}

  public record ModelAnswer(
      String modelId,
      @OpenApiDescription("How many.") int features,
      @OpenApiDescription("How many fold models.") int folds,
      @OpenApiDescription("Probability from which a client is refused.") double cutOff,
      @OpenApiDescription("Each over clients scored by a fold model that never saw them.")
          ModelCard.Metrics metrics,
      @OpenApiDescription(
              "Of the published out-of-fold probabilities; slope 1, intercept 0 and"
                  + " error 0 are perfect.")
          ModelCard.CalibrationFit calibration,
      @OpenApiDescription("ISO-8601, UTC.") String trainedAt,
      @OpenApiDescription("Whether the clients it learned from were generated.") boolean synthetic,
      ModelCard.Provenance provenance,
      String snapshotId) {}

  @OpenApi(
      path = "/v1/model",
      methods = HttpMethod.GET,
      operationId = "model",
      tags = "model",
      summary = "The model: its figures out of fold, its calibration, what it was made from",
      responses =
          @OpenApiResponse(status = "200", content = @OpenApiContent(from = ModelAnswer.class)))
  static ModelAnswer model(Request request, Snapshot snapshot) {
    ModelCard card = snapshot.card();
    return new ModelAnswer(
        snapshot.manifest().modelId(),
        snapshot.features().featureCount(),
        card.folds().size(),
        snapshot.manifest().cutOff(),
        card.metrics(),
        card.calibration(),
        card.trainedAt(),
        card.synthetic(),
        card.provenance(),
        snapshot.id());
  }
}
