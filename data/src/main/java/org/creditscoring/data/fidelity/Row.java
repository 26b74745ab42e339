package org.creditscoring.data.fidelity;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;
import java.util.Map;

/** The row of a raw table at which a thread is; used by one thread, row after row. */
final class Row {
  private final String file;
  private final Map<String, Integer> places;
  private CsvRecord fields;
  private long line;

  Row(String file, Map<String, Integer> places) {
    this.file = file;
    this.places = places;
  }

  /**
   * @throws BadTableException if the line has not the header's number of fields
   */
  void at(CsvRecord record, long lineNumber) {
    fields = record;
    line = lineNumber;
    if (record.getFieldCount() != places.size()) {
      throw new BadTableException(
          "%s, line %d: %d fields, where the header has %d."
              .formatted(file, line, record.getFieldCount(), places.size()));
    }
  }

  /**
   * Empty where missing.
   *
   * @throws BadTableException if the table has no such column
   */
  String text(String column) {
    Integer place = places.get(column);
    if (place == null) {
      throw new BadTableException(file + " has no column " + column + ".");
    }
    return fields.getField(place);
  }

  boolean is(String column, String value) {
    return text(column).equals(value);
  }

  boolean missing(String column) {
    return text(column).isEmpty();
  }

  boolean anyMissing(List<String> columns) {
    return columns.stream().anyMatch(this::missing);
  }

  boolean allMissing(List<String> columns) {
    return columns.stream().allMatch(this::missing);
  }

  /**
   * NaN where missing.
   *
   * @throws BadTableException if it is not a number
   */
  double number(String column) {
    String value = text(column);
    if (value.isEmpty()) {
      return Double.NaN;
    }
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw new BadTableException(
          "%s, line %d, column %s: \"%s\" is not a number.".formatted(file, line, column, value));
    }
  }

  /** Whether a column of days says "none". */
  boolean none(String column) {
    return number(column) == ColumnFacts.SENTINEL;
  }
}
