package org.creditscoring.serving.api;

import io.javalin.openapi.OpenApiDescription;
import io.javalin.openapi.OpenApiNullable;
import java.util.List;
import java.util.Map;
import org.creditscoring.model.feature.Kind;
import org.creditscoring.model.feature.Sensitivity;

/** The answers about features. */
final class FeatureAnswers {
  private FeatureAnswers() {}

  public record FeatureList(List<FeatureItem> features, String snapshotId) {}

  public record FeatureItem(
      String name,
      String label,
      Kind kind,
      @OpenApiDescription("In words for an axis; empty when the number stands alone.") String unit,
      String group,
      String groupLabel,
      @OpenApiDescription("The raw table, or 'row' for a ratio within the application.")
          String source,
      Sensitivity sensitivity,
      @OpenApiNullable @OpenApiDescription("By importance over past clients, from 1.")
          Integer rank) {}

  public record FeatureDetail(
      String name,
      String label,
      String description,
      String formula,
      Kind kind,
      String unit,
      String source,
      String group,
      String groupLabel,
      @OpenApiDescription("Whether the client could change it before applying again.")
          boolean actionable,
      Sensitivity sensitivity,
      String justification,
      List<CategoryItem> categories,
      Statistics statistics,
      @OpenApiNullable @OpenApiDescription("Of past clients: median or most frequent.")
          Object typical,
      String typicalDisplay,
      String snapshotId) {}

  public record CategoryItem(String code, String label) {}

  public record Statistics(
      @OpenApiDescription("0 to 1.") double missingShare,
      @OpenApiNullable Double mean,
      @OpenApiDescription("By level: 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99.")
          Map<String, Double> quantiles) {}

  public record DistributionAnswer(
      String feature,
      String label,
      String unit,
      Kind kind,
      List<BinItem> bins,
      @OpenApiDescription("All clients.") int total,
      @OpenApiNullable Position client,
      @OpenApiDescription("Whether the raw tables were generated.") boolean synthetic,
      String snapshotId) {}

  public record BinItem(
      @OpenApiDescription("range, category or missing.") String kind,
      @OpenApiNullable @OpenApiDescription("Included.") Double lower,
      @OpenApiNullable @OpenApiDescription("Excluded but in the last range.") Double upper,
      @OpenApiNullable @OpenApiDescription("The category's code.") String category,
      String label,
      int all,
      int accepted,
      int refused,
      int repaid,
      int defaulted,
      int unknown) {}

  public record Position(
      int id,
      @OpenApiNullable Object value,
      String display,
      @OpenApiDescription("Index in bins.") int bin,
      @OpenApiNullable
          @OpenApiDescription(
              "Share of the clients whose value is known that lie below, half of the own bin"
                  + " counted, 0 to 100; null for a category and for a missing value.")
          Double percentile) {}

  public record ImportanceAnswer(
      @OpenApiDescription("feature or group.") String by,
      List<ImportanceItem> items,
      String snapshotId) {}

  public record ImportanceItem(
      int rank,
      String name,
      String label,
      @OpenApiDescription("Over past clients, in calibrated log-odds.")
          double meanAbsoluteContribution,
      @OpenApiDescription("Least over the folds.") double low,
      @OpenApiDescription("Greatest over the folds.") double high) {}
}
