package org.creditscoring.serving.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.openapi.Custom;
import io.javalin.openapi.OpenApiDescription;
import io.javalin.openapi.OpenApiNullable;
import java.util.List;
import org.creditscoring.model.decision.Decision;
import org.creditscoring.model.decision.Direction;
import org.creditscoring.serving.http.OpenApiDocument;

/** The answers about one client. */
final class ClientAnswers {
  private ClientAnswers() {}

  /** How a loan went. */
  public enum Outcome {
    REPAID,
    DEFAULTED
  }

  public record Client(
      int id,
      @OpenApiDescription("Of early payment difficulty, 0 to 1.") float probability,
      Decision decision,
      @OpenApiDescription("Probability from which a client is refused.") double cutOff,
      @OpenApiDescription("600 at odds of 50:1, 20 to double them; higher is safer.") int points,
      @OpenApiDescription("Share of past clients who are riskier, 0 to 100; higher is safer.")
          float percentile,
      @OpenApiDescription("The fold model that scored the client; -1 is the mean of all.") int fold,
      @OpenApiNullable Outcome outcome,
      @OpenApiDescription("The decision's own side first, strongest first.")
          List<ReasonItem> reasons,
      @OpenApiDescription("Whether the raw tables were generated.") boolean synthetic,
      String snapshotId,
      String modelId) {}

  public record ReasonItem(
      String group,
      String groupLabel,
      @OpenApiDescription("The feature that speaks for the group.") String feature,
      String label,
      @OpenApiDescription("AGAINST raises the risk, FOR lowers it.") Direction direction,
      @OpenApiNullable @OpenApiDescription("A number, a category's code, or null when missing.")
          Object value,
      String display,
      @OpenApiNullable @OpenApiDescription("Of past clients: median or most frequent.")
          Object typical,
      String typicalDisplay,
      @OpenApiDescription("Of the whole group, in calibrated log-odds.") float contribution,
      String text) {}

  public record Explanation(
      int id,
      @OpenApiDescription("In calibrated log-odds, the same for all clients of a fold.")
          float baseValue,
      @OpenApiDescription("Base value plus every contribution, in calibrated log-odds.")
          float margin,
      @OpenApiDescription("Logistic of the margin.") float probability,
      double cutOff,
      Decision decision,
      @OpenApiDescription("Largest absolute first; the rest, if any, as a last one 'other'.")
          List<Contribution> contributions,
      @OpenApiDescription("Whether the raw tables were generated.") boolean synthetic,
      String snapshotId,
      String modelId) {}

  /** Label, group and words go together: all are there, or none. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Contribution(
      String feature,
      @Custom(name = OpenApiDocument.ONLY_WITH, value = "detail=full") String label,
      @Custom(name = OpenApiDocument.ONLY_WITH, value = "detail=full") String group,
      @JsonInclude(JsonInclude.Include.ALWAYS)
          @OpenApiNullable
          @OpenApiDescription("A number, a category's code, or null when missing.")
          Object value,
      @Custom(name = OpenApiDocument.ONLY_WITH, value = "detail=full")
          @OpenApiDescription("The value in words.")
          String display,
      @OpenApiDescription("In calibrated log-odds; a positive one raises the risk.")
          float contribution) {
    static Contribution brief(String feature, Object value, float contribution) {
      return new Contribution(feature, null, null, value, null, contribution);
    }
  }
}
