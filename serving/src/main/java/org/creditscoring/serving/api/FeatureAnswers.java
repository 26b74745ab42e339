package org.creditscoring.serving.api;

import io.javalin.openapi.OpenApiDescription;
import io.javalin.openapi.OpenApiNullable;
import java.util.List;
import java.util.Map;
import org.creditscoring.model.feature.Kind;
import org.creditscoring.model.feature.Sensitivity;
import org.creditscoring.serving.api.PositionRoutes.Percentiles;

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
          Map<String, Double> quantiles,
      GroupMeans groupMeans) {}

  @OpenApiDescription(
      "Means over the clients of a group in whom the feature is known; null where undefined.")
  public record GroupMeans(
      @OpenApiNullable @OpenApiDescription("Of those who would be accepted.") Double accepted,
      @OpenApiNullable @OpenApiDescription("Of those who would be refused.") Double refused,
      @OpenApiNullable @OpenApiDescription("Of past clients who repaid.") Double repaid,
      @OpenApiNullable @OpenApiDescription("Of past clients who had difficulties.")
          Double defaulted) {}

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
      int unknown,
      @OpenApiNullable
          @OpenApiDescription(
              "Of the feature over the bin's clients, in calibrated log-odds; null for an empty"
                  + " bin and in older snapshots.")
          Double meanContribution,
      @OpenApiNullable @OpenApiDescription("Its standard deviation.") Double sdContribution) {}

  public record Position(
      int id,
      @OpenApiNullable Object value,
      String display,
      @OpenApiDescription("Index in bins.") int bin,
      @OpenApiNullable
          @OpenApiDescription(
              "Share of the clients whose value is known that lie below, half of the own bin"
                  + " counted, 0 to 100; null for a category and for a missing value.")
          Double percentile,
      @OpenApiNullable @OpenApiDescription("The same by decision; null likewise.")
          Percentiles percentiles,
      @OpenApiDescription("Of the feature to this client's risk, in calibrated log-odds.")
          float contribution) {}

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
      @OpenApiDescription("Greatest over the folds.") double high,
      @OpenApiNullable
          @OpenApiDescription(
              "-1 to 1: whether the risk falls or rises with the value over past clients (a rank"
                  + " correlation); null for a category, a group and in older snapshots.")
          Double direction,
      @OpenApiNullable
          @OpenApiDescription(
              "To the client that was asked about, in calibrated log-odds; null without one.")
          Double contribution) {}
}
