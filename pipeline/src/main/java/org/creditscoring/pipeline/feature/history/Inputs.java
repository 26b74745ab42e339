package org.creditscoring.pipeline.feature.history;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.creditscoring.pipeline.table.Records;

/**
 * The different conditions and values that a table's features ask of its rows, each worked out once
 * for a row however many features read it.
 */
final class Inputs {
  /** Every row's first value, by which the newest is found. */
  static final int AGO_PLACE = 0;

  private final Map<Column, Integer> conditions = new LinkedHashMap<>();
  private final Map<Column, Integer> values = new LinkedHashMap<>();

  Inputs() {
    value(col(HistoryTable.AGO));
  }

  /** Where a row says whether it meets the condition; null counts as not met. */
  int condition(Column condition) {
    return place(conditions, condition);
  }

  /** Where a row holds the number. */
  int value(Column value) {
    return place(values, value);
  }

  /** The table's rows with nothing but these inputs. */
  Dataset<HistoryRow> of(Dataset<Row> rows) {
    return rows.select(
            col(HistoryTable.CLIENT).as("client"),
            all(conditions.keySet(), lit(false)).as("conditions"),
            all(values.keySet(), lit(Double.NaN)).as("values"))
        .as(Records.encoder(HistoryRow.class));
  }

  private static int place(Map<Column, Integer> places, Column input) {
    Integer next = places.size();
    Integer known = places.putIfAbsent(input, next);
    return known == null ? next : known;
  }

  private static Column all(Set<Column> inputs, Column missing) {
    return array(
        inputs.stream()
            .map(input -> coalesce(input.cast(missing.expr().dataType()), missing))
            .toArray(Column[]::new));
  }
}
