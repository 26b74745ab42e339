package org.creditscoring.pipeline.feature.history;

import static org.apache.spark.sql.functions.array_repeat;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.creditscoring.pipeline.feature.history.HistoryTable.CLIENT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.pipeline.table.Records;

/** Every history feature of every client. */
public final class History {
  /** The column of the features: an array of floats in catalogue order, NaN is missing. */
  public static final String VALUES = "_history";

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

  /** The tables of a history that are among these names. */
  static List<HistoryTable> tables(Set<String> names) {
    return TABLES.stream().filter(table -> names.contains(table.table().name())).toList();
  }

  /**
   * The clients, each with his history as far as its tables are there: one more column, {@link
   * #VALUES}.
   *
   * @param clients one row each
   * @param id their column of the client's number, an int
   * @param tables what {@link #aggregated} gives for each table that is there, by the table's name
   */
  public static Dataset<Row> of(
      Dataset<Row> clients, String id, Map<String, Dataset<ClientHistory>> tables) {
    Dataset<Row> joined = clients;
    List<Column> parts = new ArrayList<>();
    for (HistoryTable table : TABLES) {
      String name = "_" + table.table().name();
      Column missing = array_repeat(lit(Float.NaN), table.features().size());
      if (!tables.containsKey(table.table().name())) {
        parts.add(missing);
        continue;
      }
      Dataset<Row> own =
          tables
              .get(table.table().name())
              .select(col("client").as(CLIENT + name), col("values").as(name));
      // Always from the clients' side, which so is shuffled by client once for all tables.
      joined =
          joined
              .join(own, joined.col(id).equalTo(own.col(CLIENT + name)), "left_outer")
              .drop(CLIENT + name);
      parts.add(coalesce(col(name), missing));
    }
    Column[] all = parts.toArray(Column[]::new);
    return joined
        .withColumn(VALUES, concat(all))
        .drop(TABLES.stream().map(table -> "_" + table.table().name()).toArray(String[]::new));
  }

  /** The features of each client who has a row in the table. */
  static Dataset<ClientHistory> aggregated(HistoryTable table, Map<String, Dataset<Row>> raw) {
    Inputs inputs = new Inputs();
    List<Computed> features =
        table.features().stream().map(feature -> feature.aggregate().on(inputs)).toList();
    MapPartitionsFunction<HistoryRow, ClientHistory> perPartition =
        rows -> new ClientHistories(rows, features);
    return inputs
        .of(table.rows(raw).sortWithinPartitions(col(CLIENT)))
        .mapPartitions(perPartition, Records.encoder(ClientHistory.class));
  }
}
