package org.creditscoring.pipeline.feature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.creditscoring.model.feature.Catalogue;
import org.creditscoring.model.feature.Category;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Kind;
import org.creditscoring.model.feature.RawRow;
import org.creditscoring.model.feature.RowFeature;
import org.creditscoring.model.feature.RowFeatures;
import org.creditscoring.pipeline.feature.history.History;

/** Computes a client's values from an application row, as a catalogue orders them. */
final class FeatureVector {
  /** Place of each history feature in the column {@link History#VALUES}. */
  private static final Map<String, Integer> HISTORY_PLACES = historyPlaces();

  private static final Map<String, RowFeature> ROW_FEATURES =
      RowFeatures.all().stream()
          .collect(Collectors.toUnmodifiableMap(row -> row.feature().name(), row -> row));

  private final List<Cell> cells;

  /** One element of the vector; {@code raw} gives float-rounded columns of the same row. */
  private interface Cell {
    float of(Row row, RawRow raw, float[] history);
  }

  private final Map<String, Integer> places;

  private FeatureVector(List<Cell> cells, Map<String, Integer> places) {
    this.cells = cells;
    this.places = places;
  }

  /**
   * @param schema of the application rows
   * @throws IllegalArgumentException if the rows or this version cannot give one of the features
   */
  static FeatureVector of(Catalogue catalogue, StructType schema) {
    List<String> unknown = unknown(catalogue, schema);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("cannot compute " + String.join(", ", unknown));
    }
    List<Cell> cells = new ArrayList<>();
    for (Feature feature : catalogue.values()) {
      cells.add(cell(feature, schema));
    }
    Map<String, Integer> places = new HashMap<>();
    for (String name : schema.fieldNames()) {
      places.put(name, schema.fieldIndex(name));
    }
    return new FeatureVector(cells, places);
  }

  /** Features that neither a column nor a row feature of this version gives. */
  static List<String> unknown(Catalogue catalogue, StructType schema) {
    List<String> columns = List.of(schema.fieldNames());
    return catalogue.values().stream()
        .filter(
            feature ->
                row(feature)
                    ? !ROW_FEATURES.containsKey(feature.name())
                    : !HISTORY_PLACES.containsKey(feature.name())
                        && !columns.contains(feature.name()))
        .map(Feature::name)
        .toList();
  }

  /**
   * @param history every history feature in catalogue order
   */
  float[] values(Row row, float[] history) {
    RawRow raw = column -> number(row, column);
    float[] values = new float[cells.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = finite(cells.get(i).of(row, raw, history));
    }
    return values;
  }

  private float number(Row row, String column) {
    Integer place = places.get(column);
    if (place == null) {
      throw new IllegalArgumentException("the application rows have no column " + column);
    }
    return number(row, place);
  }

  private static float number(Row row, int place) {
    return row.isNullAt(place) ? Float.NaN : finite((float) row.getDouble(place));
  }

  /** Reading sets rows aside that hold no finite number; a formula of finite ones may overflow. */
  private static float finite(float value) {
    return Float.isFinite(value) ? value : Float.NaN;
  }

  private static boolean row(Feature feature) {
    return feature.source().equals(Feature.ROW_SOURCE);
  }

  private static Cell cell(Feature feature, StructType schema) {
    if (row(feature)) {
      RowFeature rowFeature = ROW_FEATURES.get(feature.name());
      return (row, raw, history) -> rowFeature.value(raw);
    }
    if (HISTORY_PLACES.containsKey(feature.name())) {
      int element = HISTORY_PLACES.get(feature.name());
      return (row, raw, history) -> history[element];
    }
    int place = schema.fieldIndex(feature.name());
    if (schema.fields()[place].dataType().equals(DataTypes.StringType)) {
      Map<String, Float> codes = codes(feature);
      return (row, raw, history) ->
          Optional.ofNullable(row.getString(place)).map(codes::get).orElse(Float.NaN);
    }
    return (row, raw, history) -> number(row, place);
  }

  private static Map<String, Integer> historyPlaces() {
    Map<String, Integer> places = new HashMap<>();
    for (Feature feature : History.catalogue()) {
      places.put(feature.name(), places.size());
    }
    return places;
  }

  /** The float of each code: a category's index, or 1 and 0 of a yes-or-no. */
  static Map<String, Float> codes(Feature feature) {
    if (feature.kind() == Kind.FLAG) {
      return Map.of("Y", 1f, "Yes", 1f, "N", 0f, "No", 0f);
    }
    Map<String, Float> codes = new HashMap<>();
    for (Category category : feature.categories()) {
      codes.put(category.code(), (float) codes.size());
    }
    return codes;
  }
}
