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
  private static final int SHOWN = 3;
  private static final int LONGEST = 40;

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

  /**
   * A column's unknown codes for a person: how many rows hold one, and the most frequent.
   *
   * @param rows that hold each code
   */
  static String told(String column, Map<String, Long> rows) {
    List<String> frequent =
        rows.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(SHOWN)
            .map(
                code ->
                    String.format(Locale.ROOT, "'%s' (%,d)", cut(code.getKey()), code.getValue()))
            .toList();
    return String.format(
        Locale.ROOT,
        "%s: %,d rows hold a code that is not in the dictionary and taken as missing: %s%s",
        column,
        rows.values().stream().mapToLong(Long::longValue).sum(),
        String.join(", ", frequent),
        rows.size() > SHOWN
            ? String.format(Locale.ROOT, " and %,d others", rows.size() - SHOWN)
            : "");
  }

  private static String cut(String code) {
    return code.length() <= LONGEST ? code : code.substring(0, LONGEST) + "…";
  }
}
