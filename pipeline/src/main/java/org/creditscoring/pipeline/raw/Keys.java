package org.creditscoring.pipeline.raw;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.creditscoring.pipeline.run.BadDataException;

/** Finds rows that share what must tell them apart. */
final class Keys {
  private static final int SHOWN = 5;
  private static final String COUNT = "_count";

  private Keys() {}

  /**
   * @param rows whose identifiers are whole numbers
   * @param key columns of the rows that together are unique
   * @param names of these columns, for the message
   * @param place where the rows stand, for the message
   * @throws BadDataException naming the place, the key and its first values
   */
  static void requireUnique(Dataset<Row> rows, List<String> key, String names, String place) {
    Column[] columns = key.stream().map(name -> col(name)).toArray(Column[]::new);
    List<Row> twice =
        rows.groupBy(columns)
            .agg(count(columns[0]).as(COUNT))
            .filter(col(COUNT).gt(1))
            .orderBy(columns)
            .limit(SHOWN)
            .collectAsList();
    if (!twice.isEmpty()) {
      List<String> values = twice.stream().map(row -> value(row, key.size())).toList();
      throw new BadDataException(
          names
              + " "
              + String.join(", ", values)
              + (values.size() == SHOWN ? " (and perhaps more)" : "")
              + " is there more than once in "
              + place
              + "; each has one row. Remove the others.");
    }
  }

  private static String value(Row row, int columns) {
    return String.join(
        "/",
        IntStream.range(0, columns)
            .mapToObj(place -> String.valueOf(((Number) row.get(place)).longValue()))
            .toList());
  }
}
