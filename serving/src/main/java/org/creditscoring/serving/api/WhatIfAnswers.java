package org.creditscoring.serving.api;

import io.javalin.openapi.OpenApiDescription;
import io.javalin.openapi.OpenApiNullable;
import java.util.List;
import java.util.Map;
import org.creditscoring.model.decision.Decision;
import org.creditscoring.model.feature.Kind;
import org.creditscoring.serving.api.FeatureAnswers.CategoryItem;

/** The question and the answers of a simulation. */
final class WhatIfAnswers {
  private WhatIfAnswers() {}

  public record WhatIfRequest(
      @OpenApiDescription(
              "By name, of those that GET lists: a number, a category's code, or null for missing."
                  + " A flag is 0 or 1.")
          Map<String, Object> values) {}

  public record InputList(
      int id,
      @OpenApiDescription("What a client could change himself first, the history last.")
          List<InputItem> inputs,
      String snapshotId) {}

  public record InputItem(
      String name,
      String label,
      Kind kind,
      @OpenApiDescription("In words for an axis; empty when the number stands alone.") String unit,
      @OpenApiNullable @OpenApiDescription("A number, a category's code, or null when missing.")
          Object value,
      String display,
      @OpenApiNullable @OpenApiDescription("Least number that is taken; null for none to tell.")
          Double minimum,
      @OpenApiNullable @OpenApiDescription("Greatest number that is taken.") Double maximum,
      List<CategoryItem> categories,
      @OpenApiDescription("Whether the client could change it before applying again.")
          boolean actionable) {}

  public record WhatIfAnswer(
      @OpenApiDescription("Always true: no decision on the client.") boolean simulation,
      int id,
      @OpenApiDescription("As the snapshot has it.") ScoreItem before,
      ScoreItem after,
      @OpenApiDescription("What was asked for and is not so already.") List<ChangeItem> changed,
      @OpenApiDescription("What follows from it.") List<AdjustedItem> adjusted,
      @OpenApiDescription("Where the model has little or nothing to go by.")
          List<WarningItem> warnings,
      @OpenApiDescription("The largest change first.") List<ContributionChange> contributions,
      String snapshotId,
      String modelId) {}

  public record ScoreItem(
      double probability,
      Decision decision,
      int points,
      @OpenApiDescription("In calibrated log-odds.") float margin) {}

  public record ChangeItem(
      String name,
      String label,
      @OpenApiNullable @OpenApiDescription("A number, a category's code, or null when missing.")
          Object from,
      @OpenApiNullable @OpenApiDescription("A number, a category's code, or null when missing.")
          Object to,
      String fromDisplay,
      String toDisplay) {}

  public record AdjustedItem(
      String name,
      String label,
      @OpenApiNullable @OpenApiDescription("A number, a category's code, or null when missing.")
          Object from,
      @OpenApiNullable @OpenApiDescription("A number, a category's code, or null when missing.")
          Object to,
      String why) {}

  public record WarningItem(String name, String text) {}

  public record ContributionChange(
      String feature,
      String label,
      @OpenApiDescription("In calibrated log-odds.") float before,
      @OpenApiDescription("In calibrated log-odds.") float after,
      @OpenApiDescription("After minus before.") float change) {}
}
