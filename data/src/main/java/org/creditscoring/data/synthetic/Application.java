package org.creditscoring.data.synthetic;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.creditscoring.data.Column;
import org.creditscoring.data.ColumnType;
import org.creditscoring.data.HomeCredit;

/** One application while it is being made. A missing number is NaN, a missing text is empty. */
final class Application {
  private static final List<Column> COLUMNS = HomeCredit.APPLICATION_TRAIN.columns();
  private static final Map<String, Integer> PLACES = new HashMap<>();

  static {
    for (int i = 0; i < COLUMNS.size(); i++) {
      PLACES.put(COLUMNS.get(i).name(), i);
    }
  }

  private final double[] numbers = new double[COLUMNS.size()];
  private final String[] texts = new String[COLUMNS.size()];

  Application() {
    Arrays.fill(numbers, Double.NaN);
    Arrays.fill(texts, "");
  }

  /** Where a column stands; for those who ask often. */
  static int place(String column) {
    Integer place = PLACES.get(column);
    if (place == null) {
      throw new IllegalArgumentException("The application has no column " + column + ".");
    }
    return place;
  }

  void set(String column, double value) {
    numbers[place(column)] = value;
  }

  void set(String column, String value) {
    texts[place(column)] = value;
  }

  void flag(String column, boolean value) {
    set(column, value ? 1 : 0);
  }

  double number(String column) {
    return numbers[place(column)];
  }

  String text(String column) {
    return texts[place(column)];
  }

  double numberAt(int place) {
    return numbers[place];
  }

  String textAt(int place) {
    return texts[place];
  }

  /** Writes the row; a current application has no outcome. */
  void write(Csv csv, Standing standing) {
    for (int i = 0; i < numbers.length; i++) {
      Column column = COLUMNS.get(i);
      if (column.name().equals("TARGET") && standing == Standing.CURRENT) {
        continue;
      }
      if (column.type() == ColumnType.TEXT) {
        csv.text(texts[i]);
      } else if (Double.isNaN(numbers[i])) {
        csv.missing();
      } else if (column.type() == ColumnType.DECIMAL) {
        csv.decimal(numbers[i]);
      } else {
        csv.whole((long) numbers[i]);
      }
    }
    csv.endRow();
  }
}
