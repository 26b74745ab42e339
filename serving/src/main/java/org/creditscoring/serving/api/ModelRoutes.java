package org.creditscoring.serving.api;

import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiDescription;
import io.javalin.openapi.OpenApiNullable;
import io.javalin.openapi.OpenApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.creditscoring.model.card.ModelCard;
import org.creditscoring.model.decision.Calibration;
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

  public record CardAnswer(
      String modelId,
      @OpenApiDescription("ISO-8601, UTC.") String trainedAt,
      @OpenApiDescription("Whether the clients it learned from were generated.") boolean synthetic,
      @OpenApiDescription("Names of its inputs.") List<String> features,
      @OpenApiDescription("Of the policy that it was trained under.") double costRatio,
      @OpenApiDescription("Of each fold model, in fold order.") List<CalibrationItem> folds,
      @OpenApiDescription("Of the mean of the fold models.") CalibrationItem meanCalibration,
      ModelCard.Metrics metrics,
      ModelCard.CalibrationFit calibration,
      ModelCard.Provenance provenance,
      @OpenApiNullable
          @OpenApiDescription(
              "Curves, groups, the price of refusals, a challenger, what it is not for, as the"
                  + " model card has them; null for a model that was not evaluated.")
          Map<String, Object> evaluation,
      @OpenApiDescription("Probability from which a client is refused.") double cutOff,
      String snapshotId) {}

  @OpenApiDescription("Calibrated log-odds are slope x raw margin + intercept.")
  public record CalibrationItem(double slope, double intercept) {
    static CalibrationItem of(Calibration calibration) {
      return new CalibrationItem(calibration.slope(), calibration.intercept());
    }
  }

  @OpenApi(
      path = "/v1/model/card",
      methods = HttpMethod.GET,
      operationId = "modelCard",
      tags = "model",
      summary = "The model card: everything that is known of the model",
      responses =
          @OpenApiResponse(status = "200", content = @OpenApiContent(from = CardAnswer.class)))
  static CardAnswer card(Request request, Snapshot snapshot) {
    ModelCard card = snapshot.card();
    return new CardAnswer(
        card.modelId(),
        card.trainedAt(),
        card.synthetic(),
        card.features(),
        card.costRatio(),
        card.folds().stream().map(CalibrationItem::of).toList(),
        CalibrationItem.of(card.meanCalibration()),
        card.metrics(),
        card.calibration(),
        card.provenance(),
        evaluation(snapshot),
        snapshot.manifest().cutOff(),
        snapshot.id());
  }

  private static Map<String, Object> evaluation(Snapshot snapshot) {
    if (!(snapshot.wholeCard().get("evaluation") instanceof Map<?, ?> published)) {
      return null;
    }
    Map<String, Object> evaluation = new LinkedHashMap<>();
    published.forEach((name, value) -> evaluation.put(name.toString(), value));
    return evaluation;
  }

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
