package org.creditscoring.pipeline.snapshot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.creditscoring.model.snapshot.Layout;

/**
 * How much each feature, and each reason group, moves the margins of past clients: mean absolute
 * contribution, and its range over the folds. Without any past client, over all.
 */
final class Importance {
  private final Shape shape;
  private final ContributionSums all;
  private final List<ContributionSums> ranged;

  private Importance(Shape shape, Map<Integer, ContributionSums> folds) {
    this.shape = shape;
    all = new ContributionSums(shape);
    folds.values().forEach(all::add);
    List<ContributionSums> apart =
        folds.entrySet().stream()
            .filter(fold -> fold.getKey() != Layout.MEAN_FOLD)
            .map(Map.Entry::getValue)
            .toList();
    // The mean of the folds is none of them; it stands alone when no client is of a fold.
    ranged = apart.isEmpty() ? List.copyOf(folds.values()) : apart;
  }

  /** Features by rank, without their direction. */
  static List<ImportanceRow> ofFeatures(Shape shape, Spread spread) {
    Importance importance = new Importance(shape, spread.contributions());
    List<ImportanceRow> rows = new ArrayList<>();
    for (int i = 0; i < shape.features(); i++) {
      int place = i;
      rows.add(
          importance.row(
              ImportanceRow.BY_FEATURE, shape.names().get(i), sums -> sums.ofFeature(place)));
    }
    return ranked(rows);
  }

  /** Reason groups by rank. */
  static List<ImportanceRow> ofGroups(Shape shape, Spread spread) {
    Importance importance = new Importance(shape, spread.contributions());
    List<ImportanceRow> rows = new ArrayList<>();
    for (int i = 0; i < shape.groups().size(); i++) {
      int place = i;
      rows.add(
          importance.row(
              ImportanceRow.BY_GROUP, shape.groups().get(i), sums -> sums.ofGroup(place)));
    }
    return ranked(rows);
  }

  private ImportanceRow row(String by, String name, ToDoubleFunction<ContributionSums> mean) {
    double[] each = ranged.stream().mapToDouble(mean).sorted().toArray();
    return new ImportanceRow(
        by, 0, name, mean.applyAsDouble(all), each[0], each[each.length - 1], Double.NaN);
  }

  private static List<ImportanceRow> ranked(List<ImportanceRow> rows) {
    rows.sort(
        Comparator.comparingDouble(ImportanceRow::meanAbsoluteContribution)
            .reversed()
            .thenComparing(ImportanceRow::name));
    List<ImportanceRow> ranked = new ArrayList<>();
    for (ImportanceRow row : rows) {
      ranked.add(row.ranked(ranked.size() + 1));
    }
    return ranked;
  }
}
