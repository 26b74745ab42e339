package org.creditscoring.serving.snapshot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * How much a feature or a reason group matters over past clients.
 *
 * @param by {@link #BY_FEATURE} or {@link #BY_GROUP}
 * @param rank from 1, the greatest first
 * @param meanAbsoluteContribution in calibrated log-odds
 * @param low least over the folds
 * @param high greatest over the folds
 * @param direction how the contribution moves with the value over past clients, −1 to 1 (a rank
 *     correlation); NaN for a category, a group, a contribution that does not move, or if the
 *     snapshot does not say
 */
public record Importance(
    String by,
    int rank,
    String name,
    double meanAbsoluteContribution,
    double low,
    double high,
    double direction) {
  public static final String BY_FEATURE = "feature";
  public static final String BY_GROUP = "group";

  private static final List<String> COLUMNS =
      List.of("by", "rank", "name", "meanAbsoluteContribution", "low", "high");
  private static final List<String> LATER = List.of("direction");

  /** {@code importance.parquet}, by rank. */
  static List<Importance> read(Path file) throws IOException {
    return Table.read(file, COLUMNS, LATER).stream()
        .map(
            row ->
                new Importance(
                    row.text("by"),
                    row.whole("rank"),
                    row.text("name"),
                    row.number("meanAbsoluteContribution"),
                    row.number("low"),
                    row.number("high"),
                    row.numberIfThere("direction")))
        .sorted(Comparator.comparing(Importance::by).thenComparingInt(Importance::rank))
        .toList();
  }
}
