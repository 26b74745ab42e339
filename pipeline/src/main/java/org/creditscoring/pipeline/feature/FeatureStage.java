package org.creditscoring.pipeline.feature;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.creditscoring.model.feature.Catalogue;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.json.Json;
import org.creditscoring.pipeline.feature.history.ClientHistory;
import org.creditscoring.pipeline.feature.history.History;
import org.creditscoring.pipeline.feature.history.HistoryStage;
import org.creditscoring.pipeline.raw.RawData;
import org.creditscoring.pipeline.table.MappedIterator;
import org.creditscoring.pipeline.table.Records;
import scala.Tuple2;

/** The stage from application rows to {@link ClientValues}. */
public final class FeatureStage {
  private static final String APPLICATION = "_application";

  private FeatureStage() {}

  /** The values of clients of whom nothing but the application is known. */
  public static Dataset<ClientValues> values(Dataset<Row> applications, Catalogue catalogue) {
    return values(applications, Map.of(), catalogue);
  }

  /**
   * @param applications as {@link RawData} gives them
   * @param history as {@link HistoryStage} gives it; the features of a table that is not among it
   *     are missing
   * @throws IllegalArgumentException if a feature cannot be computed, see {@link #missing}
   */
  public static Dataset<ClientValues> values(
      Dataset<Row> applications, Map<String, Dataset<ClientHistory>> history, Catalogue catalogue) {
    StructType schema = applications.schema();
    FeatureVector.of(catalogue, schema);
    // Formulas do not travel to Spark's workers; the catalogue does, and finds them there by name.
    String json = Json.write(catalogue);
    int id = schema.fieldIndex(RawData.ID);
    int outcome = schema.fieldIndex(RawData.OUTCOME);
    MapPartitionsFunction<Tuple2<Row, float[]>, ClientValues> perPartition =
        rows -> {
          FeatureVector vector = FeatureVector.of(Json.read(json, Catalogue.class), schema);
          return new MappedIterator<>(
              rows,
              row ->
                  new ClientValues(
                      row._1().getInt(id),
                      row._1().getByte(outcome),
                      vector.values(row._1(), row._2())));
        };
    // The application as one column: joins then move it as a block and not by the hundred cells.
    Column application =
        struct(Stream.of(schema.fieldNames()).map(name -> col(name)).toArray(Column[]::new));
    Dataset<Row> clients = applications.select(col(RawData.ID), application.as(APPLICATION));
    return History.of(clients, RawData.ID, history)
        .select(col(APPLICATION), col(History.VALUES))
        .as(Encoders.tuple(Encoders.row(schema), Records.floats()))
        .mapPartitions(perPartition, Records.encoder(ClientValues.class));
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
    Dataset<Row> texts =
        applications.select(
            catalogue.values().stream()
                .filter(feature -> text(applications.schema(), feature))
                .map(feature -> col(feature.name()))
                .toArray(Column[]::new));
    StructType schema = texts.schema();
    String json = Json.write(catalogue);
    MapPartitionsFunction<Row, UnknownCode> perPartition =
        rows -> {
          List<Feature> features =
              Json.read(json, Catalogue.class).values().stream()
                  .filter(feature -> text(schema, feature))
                  .toList();
          return UnknownCode.count(rows, features, schema);
        };
    Map<String, Map<String, Long>> counts = new TreeMap<>();
    for (UnknownCode part :
        texts.mapPartitions(perPartition, Records.encoder(UnknownCode.class)).collectAsList()) {
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
