package org.creditscoring.pipeline.snapshot;

import java.util.function.Function;
import org.creditscoring.model.feature.Category;
import org.creditscoring.model.feature.Feature;

/**
 * A row of the table {@code features}: what a feature is, and how it is spread over all clients.
 */
public record FeatureRow(
    int position,
    String block,
    String name,
    String kind,
    String unit,
    String source,
    String groupName,
    String groupLabelEn,
    String groupLabelFr,
    String labelEn,
    String labelFr,
    String descriptionEn,
    String descriptionFr,
    String formulaEn,
    String formulaFr,
    String sensitivity,
    String justificationEn,
    String justificationFr,
    boolean actionable,
    String[] categories,
    String[] categoryLabelsEn,
    String[] categoryLabelsFr,
    double missingShare,
    double mean,
    double[] quantiles,
    double typical,
    double meanAccepted,
    double meanRefused,
    double meanRepaid,
    double meanDefaulted,
    double minimum,
    double maximum) {

  /** Which part of the vector {@code values} an element is in. */
  enum Block {
    FEATURE,
    INPUT,
    FORBIDDEN
  }

  static FeatureRow of(Feature feature, int position, Block block, FeatureProfile profile) {
    Feature.Words words = feature.words();
    Feature.Treatment treatment = feature.treatment();
    return new FeatureRow(
        position,
        block.name().toLowerCase(java.util.Locale.ROOT),
        feature.name(),
        feature.kind().name(),
        feature.unit().name(),
        feature.source(),
        feature.group().name(),
        feature.group().label().en(),
        feature.group().label().fr(),
        words.label().en(),
        words.label().fr(),
        words.description().en(),
        words.description().fr(),
        words.formula().en(),
        words.formula().fr(),
        treatment.sensitivity().name(),
        treatment.reason().en(),
        treatment.reason().fr(),
        feature.actionable(),
        categories(feature, Category::code),
        categories(feature, category -> category.label().en()),
        categories(feature, category -> category.label().fr()),
        profile.missingShare(),
        profile.means().all(),
        profile.quantiles(),
        profile.typical(),
        profile.means().accepted(),
        profile.means().refused(),
        profile.means().repaid(),
        profile.means().defaulted(),
        profile.least(),
        profile.greatest());
  }

  private static String[] categories(Feature feature, Function<Category, String> text) {
    return feature.categories().stream().map(text).toArray(String[]::new);
  }
}
