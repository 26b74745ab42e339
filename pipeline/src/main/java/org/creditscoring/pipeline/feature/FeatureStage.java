package org.creditscoring.pipeline.feature;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.creditscoring.model.feature.Catalogue;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.json.Json;
import org.creditscoring.pipeline.feature.history.History;
import org.creditscoring.pipeline.feature.history.HistoryTable;
import org.creditscoring.pipeline.raw.RawData;
import org.creditscoring.pipeline.table.MappedIterator;
import org.creditscoring.pipeline.table.Records;

/** The stage from application rows to {@link ClientValues}. */
public final class FeatureStage {
  /** The column that {@link #clients} adds: the history features, NaN or null when missing. */
  static final String HISTORY = "_history";

  private static final String CLIENT = "_client";

  private FeatureStage() {}

  /** The applications, each with the history of its client as far as its tables are there. */
  public static Dataset<Row> clients(RawData raw) {
    Map<String, Dataset<Row>> tables =
        raw.history().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    table -> table.file().table().name(), table -> table.rows()));
    if (!History.possible(tables.keySet())) {
      return raw.applications();
    }
    Dataset<Row> history =
        History.of(tables)
            .select(col(HistoryTable.CLIENT).as(CLIENT), col(History.VALUES).as(HISTORY));
    return raw.applications()
        .join(history, col(RawData.ID).equalTo(col(CLIENT)), "left_outer")
        .drop(CLIENT);
  }

  /**
   * @param applications as {@link RawData} gives them, or as {@link #clients} does
   * @throws IllegalArgumentException if a feature cannot be computed, see {@link #missing}
   */
  public static Dataset<ClientValues> values(Dataset<Row> applications, Catalogue catalogue) {
    StructType schema = applications.schema();
    FeatureVector.of(catalogue, schema);
    // Formulas do not travel to Spark's workers; the catalogue does, and finds them there by name.
    String json = Json.write(catalogue);
    int id = schema.fieldIndex(RawData.ID);
    int outcome = schema.fieldIndex(RawData.OUTCOME);
    MapPartitionsFunction<Row, ClientValues> perPartition =
        rows -> {
          FeatureVector vector = FeatureVector.of(Json.read(json, Catalogue.class), schema);
          return new MappedIterator<>(
              rows,
              row -> new ClientValues(row.getInt(id), row.getByte(outcome), vector.values(row)));
        };
    return applications.mapPartitions(perPartition, Records.encoder(ClientValues.class));
  }

  /**
   * The values that another catalogue orders, taken from those that are there.
   *
   * @param from how {@code clients} are ordered
   * @param to of which every name is in {@code from}
   */
  public static Dataset<ClientValues> select(
      Dataset<ClientValues> clients, Catalogue from, Catalogue to) {
    if (from.equals(to)) {
      return clients;
    }
    int[] places =
        to.values().stream()
            .mapToInt(feature -> from.position(feature.name()).orElseThrow())
            .toArray();
    MapPartitionsFunction<ClientValues, ClientValues> perPartition =
        rows -> new MappedIterator<>(rows, client -> client.at(places));
    return clients.mapPartitions(perPartition, Records.encoder(ClientValues.class));
  }

  /** Names of the catalogue's features that these rows, or this version, cannot give. */
  public static List<String> missing(Dataset<Row> applications, Catalogue catalogue) {
    return FeatureVector.unknown(catalogue, applications.schema());
  }

  /**
   * Codes of text columns that the catalogue does not know and that are taken as missing: one line
   * for each such column.
   */
  public static List<String> unknownCodes(Dataset<Row> applications, Catalogue catalogue) {
    StructType schema = applications.schema();
    String json = Json.write(catalogue);
    MapPartitionsFunction<Row, UnknownCode> perPartition =
        rows -> {
          List<Feature> texts =
              Json.read(json, Catalogue.class).values().stream()
                  .filter(feature -> text(schema, feature))
                  .toList();
          return UnknownCode.count(rows, texts, schema);
        };
    Map<String, Map<String, Long>> counts = new TreeMap<>();
    for (UnknownCode part :
        applications
            .mapPartitions(perPartition, Records.encoder(UnknownCode.class))
            .collectAsList()) {
      counts
          .computeIfAbsent(part.column(), column -> new TreeMap<>())
          .merge(part.code(), part.rows(), Long::sum);
    }
    return counts.entrySet().stream()
        .map(column -> UnknownCode.told(column.getKey(), column.getValue()))
        .toList();
  }

  private static boolean text(StructType schema, Feature feature) {
    return List.of(schema.fieldNames()).contains(feature.name())
        && schema.apply(feature.name()).dataType().equals(DataTypes.StringType);
  }
}
