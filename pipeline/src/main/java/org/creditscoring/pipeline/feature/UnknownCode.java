package org.creditscoring.pipeline.feature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.creditscoring.model.feature.Feature;

/**
 * A code of a text column that the catalogue does not know.
 *
 * @param rows that hold it
 */
public record UnknownCode(String column, String code, long rows) {

  /** The unknown codes of some rows, each with its count there. */
  static Iterator<UnknownCode> count(Iterator<Row> rows, List<Feature> texts, StructType schema) {
    List<Integer> places = texts.stream().map(text -> schema.fieldIndex(text.name())).toList();
    List<Map<String, Float>> known = texts.stream().map(FeatureVector::codes).toList();
    List<Map<String, Long>> unknown = new ArrayList<>();
    texts.forEach(text -> unknown.add(new HashMap<>()));
    while (rows.hasNext()) {
      Row row = rows.next();
      for (int i = 0; i < places.size(); i++) {
        String code = row.getString(places.get(i));
        if (code != null && !known.get(i).containsKey(code)) {
          unknown.get(i).merge(code, 1L, Long::sum);
        }
      }
    }
    List<UnknownCode> counts = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      String column = texts.get(i).name();
      unknown.get(i).forEach((code, count) -> counts.add(new UnknownCode(column, code, count)));
    }
    return counts.iterator();
  }

  /** For a person. */
  String told() {
    return String.format(
        Locale.ROOT,
        "%s: the code '%s' of %,d rows is not in the dictionary and taken as missing",
        column,
        code,
        rows);
  }
}
