package org.creditscoring.pipeline.feature.history;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_repeat;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.creditscoring.pipeline.feature.history.HistoryTable.CLIENT;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.creditscoring.model.feature.Feature;

/** Every history feature of every client. */
public final class History {
  /** The column of the features: an array of floats in catalogue order, NaN is missing. */
  public static final String VALUES = "values";

  private static final List<HistoryTable> TABLES =
      List.of(
          new BureauHistory(),
          new PreviousHistory(),
          new PosHistory(),
          new InstallmentHistory(),
          new CardHistory());

  private History() {}

  /** Every history feature, in the order of {@link #VALUES}. */
  public static List<Feature> catalogue() {
    return TABLES.stream()
        .flatMap(table -> table.features().stream())
        .map(HistoryFeature::feature)
        .toList();
  }

  /** Whether one of the tables that features come from is among these names. */
  public static boolean possible(Set<String> tables) {
    return TABLES.stream().anyMatch(table -> tables.contains(table.table().name()));
  }

  /**
   * One row per client who has a row in one of the tables: his number, an int, and {@link #VALUES}.
   *
   * @param raw rows as the files hold them, by the table's name; the features of a table that is
   *     not among them are missing
   * @throws IllegalArgumentException if no table that features come from is among them
   */
  public static Dataset<Row> of(Map<String, Dataset<Row>> raw) {
    Dataset<Row> clients =
        TABLES.stream()
            .filter(table -> raw.containsKey(table.table().name()))
            .map(table -> aggregated(table, raw))
            // Each side lies in the same partitions by client, so that no join shuffles.
            .reduce((left, right) -> left.join(right, new String[] {CLIENT}, "full_outer"))
            .orElseThrow(
                () -> new IllegalArgumentException("no table with a history: " + raw.keySet()));
    List<String> known = List.of(clients.columns());
    Column[] parts =
        TABLES.stream()
            .map(
                table ->
                    known.contains(table.table().name())
                        ? coalesce(col(table.table().name()), missing(table))
                        : missing(table))
            .toArray(Column[]::new);
    return clients.select(col(CLIENT), concat(parts).as(VALUES));
  }

  /** One row per client of the table: his number and its features, under the table's name. */
  static Dataset<Row> aggregated(HistoryTable table, Map<String, Dataset<Row>> raw) {
    Column[] values =
        table.features().stream()
            .map(feature -> finite(feature.aggregate()))
            .toArray(Column[]::new);
    return table.rows(raw).groupBy(col(CLIENT)).agg(array(values).as(table.table().name()));
  }

  /** Rounded to a float at the very end; whatever is no finite number is missing. */
  private static Column finite(Column value) {
    Column number = value.cast(DataTypes.DoubleType);
    return when(abs(number).leq(Float.MAX_VALUE), number)
        .otherwise(Double.NaN)
        .cast(DataTypes.FloatType);
  }

  private static Column missing(HistoryTable table) {
    return array_repeat(lit(Float.NaN), table.features().size());
  }
}
