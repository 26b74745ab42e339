package org.creditscoring.pipeline.feature;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
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

  /** Names of the catalogue's features that these rows, or this version, cannot give. */
  public static List<String> missing(Dataset<Row> applications, Catalogue catalogue) {
    return FeatureVector.unknown(catalogue, applications.schema());
  }

  /**
   * Codes of text columns that the catalogue does not know and that are taken as missing, each with
   * its number of rows, in words.
   */
  public static List<String> unknownCodes(Dataset<Row> applications, Catalogue catalogue) {
    List<Column> pairs = new ArrayList<>();
    Column unknown = lit(false);
    for (Feature feature : catalogue.values()) {
      if (text(applications, feature)) {
        Map<String, Float> codes = FeatureVector.codes(feature);
        Column bad =
            col(feature.name())
                .isNotNull()
                .and(col(feature.name()).isin(codes.keySet().toArray()).equalTo(false));
        unknown = unknown.or(bad);
        pairs.add(lit(feature.name()));
        pairs.add(when(bad, col(feature.name())));
      }
    }
    if (pairs.isEmpty()) {
      return List.of();
    }
    return applications
        .filter(unknown)
        .select(explode(map(pairs.toArray(Column[]::new))))
        .filter(col("value").isNotNull())
        .groupBy("key", "value")
        .count()
        .orderBy("key", "value")
        .collectAsList()
        .stream()
        .map(
            row ->
                String.format(
                    Locale.ROOT,
                    "%s: the code '%s' of %,d rows is not in the dictionary and taken as missing",
                    row.getString(0),
                    row.getString(1),
                    row.getLong(2)))
        .toList();
  }

  private static boolean text(Dataset<Row> applications, Feature feature) {
    StructType schema = applications.schema();
    return List.of(schema.fieldNames()).contains(feature.name())
        && schema.apply(feature.name()).dataType().equals(DataTypes.StringType);
  }
}
