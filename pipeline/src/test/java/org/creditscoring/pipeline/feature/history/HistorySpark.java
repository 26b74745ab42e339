package org.creditscoring.pipeline.feature.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.creditscoring.data.Table;
import org.creditscoring.pipeline.OneSpark;

/** What the tests of this package ask of Spark. */
final class HistorySpark {
  static final SparkSession SPARK = OneSpark.session();

  private HistorySpark() {}

  static Map<String, Dataset<Row>> raw(Map<Table, RawRows> tables) {
    Map<String, Dataset<Row>> raw = new HashMap<>();
    tables.forEach((table, rows) -> raw.put(table.name(), rows.in(SPARK)));
    return raw;
  }

  /** A table's features by client and name. */
  static Map<Integer, Map<String, Float>> values(
      HistoryTable table, Map<String, Dataset<Row>> raw) {
    List<String> names =
        table.features().stream().map(feature -> feature.feature().name()).toList();
    return byClient(names, History.aggregated(table, raw).toDF());
  }

  /** Every feature of the clients of these numbers, by client and name. */
  static Map<Integer, Map<String, Float>> values(
      List<Integer> clients, Map<String, Dataset<Row>> raw) {
    return byClient(
        History.catalogue().stream().map(feature -> feature.name()).toList(),
        History.of(SPARK.createDataset(clients, Encoders.INT()).toDF("id"), "id", tables(raw)));
  }

  /** What each table gives that is there. */
  static Map<String, Dataset<ClientHistory>> tables(Map<String, Dataset<Row>> raw) {
    return History.tables(raw.keySet()).stream()
        .collect(
            Collectors.toMap(
                table -> table.table().name(), table -> History.aggregated(table, raw)));
  }

  private static Map<Integer, Map<String, Float>> byClient(
      List<String> names, Dataset<Row> clients) {
    Map<Integer, Map<String, Float>> values = new HashMap<>();
    for (Row row : clients.collectAsList()) {
      List<Float> array = row.getList(1);
      Map<String, Float> named = new HashMap<>();
      for (int i = 0; i < names.size(); i++) {
        named.put(names.get(i), array.get(i));
      }
      if (array.size() != names.size() || values.put(row.getInt(0), named) != null) {
        throw new AssertionError("client " + row.getInt(0) + ": " + array.size() + " values");
      }
    }
    return values;
  }
}
