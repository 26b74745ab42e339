package org.creditscoring.pipeline.feature;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.creditscoring.data.Column;
import org.creditscoring.data.ColumnType;
import org.creditscoring.data.Words;
import org.creditscoring.model.feature.Category;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.FeatureBuilder;
import org.creditscoring.model.feature.Text;
import org.creditscoring.model.feature.Unit;

/** Starts the declaration of a feature that is a raw column: its words come from the dictionary. */
final class DictionaryFeature {
  /** A text column of these codes is a yes-or-no to people. */
  private static final Set<Set<String>> YES_OR_NO = Set.of(Set.of("Y", "N"), Set.of("Yes", "No"));

  private DictionaryFeature() {}

  static FeatureBuilder of(Column column, String table) {
    return start(column)
        .source(table)
        .label(text(column.label()))
        .description(text(column.description()));
  }

  /** A category of which one value may not be told apart; a client with it counts as missing. */
  static FeatureBuilder without(String code, Column column, String table) {
    List<Category> kept =
        categories(column).stream().filter(category -> !category.code().equals(code)).toList();
    return Feature.category(column.name(), kept)
        .source(table)
        .label(text(column.label()))
        .description(text(column.description()));
  }

  private static FeatureBuilder start(Column column) {
    if (column.type() == ColumnType.TEXT) {
      return yesOrNo(column)
          ? Feature.flag(column.name())
          : Feature.category(column.name(), categories(column));
    }
    return column.unit() == org.creditscoring.data.Unit.FLAG
        ? Feature.flag(column.name())
        : Feature.number(column.name(), unit(column.unit()));
  }

  private static boolean yesOrNo(Column column) {
    return YES_OR_NO.contains(
        column.categories().stream()
            .map(org.creditscoring.data.Category::code)
            .collect(Collectors.toSet()));
  }

  private static List<Category> categories(Column column) {
    return column.categories().stream()
        .map(category -> new Category(category.code(), text(category.label())))
        .toList();
  }

  private static Text text(Words words) {
    return new Text(words.en(), words.fr());
  }

  private static Unit unit(org.creditscoring.data.Unit unit) {
    return switch (unit) {
      case NONE, INDEX, RANK, FLAG -> Unit.NONE;
      case DAYS -> Unit.DAYS;
      case MONTHS -> Unit.MONTHS;
      case YEARS -> Unit.YEARS;
      case HOURS -> Unit.HOUR;
      case CURRENCY -> Unit.CURRENCY;
      case SHARE -> Unit.SHARE;
      case COUNT -> Unit.COUNT;
    };
  }
}
