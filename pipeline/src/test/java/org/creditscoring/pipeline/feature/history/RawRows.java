package org.creditscoring.pipeline.feature.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.creditscoring.data.Column;
import org.creditscoring.data.ColumnType;
import org.creditscoring.data.Table;

/** Literal rows of a raw table, of which a test names only the columns that matter to it. */
final class RawRows {
  private final Table table;
  private final List<Row> rows = new ArrayList<>();

  private RawRows(Table table) {
    this.table = table;
  }

  static RawRows of(Table table) {
    return new RawRows(table);
  }

  /**
   * One more row.
   *
   * @param cells names and values in turn; a column that is not named is null where the files may
   *     leave it empty, else 0 or its first category
   */
  RawRows row(Object... cells) {
    Map<String, Object> named = new HashMap<>();
    for (int i = 0; i < cells.length; i += 2) {
      named.put(table.column((String) cells[i]).name(), cells[i + 1]);
    }
    rows.add(
        RowFactory.create(table.columns().stream().map(column -> cell(column, named)).toArray()));
    return this;
  }

  Dataset<Row> in(SparkSession spark) {
    StructType schema = new StructType();
    for (Column column : table.columns()) {
      schema =
          schema.add(
              column.name(),
              column.type() == ColumnType.TEXT ? DataTypes.StringType : DataTypes.DoubleType);
    }
    return spark.createDataFrame(rows, schema);
  }

  private static Object cell(Column column, Map<String, Object> named) {
    if (named.containsKey(column.name())) {
      Object value = named.get(column.name());
      return value instanceof Number number ? (Object) number.doubleValue() : value;
    }
    if (column.nullable()) {
      return null;
    }
    return column.type() == ColumnType.TEXT ? column.categories().get(0).code() : (Object) 0.0;
  }
}
