package org.creditscoring.pipeline.feature.history;

import java.util.ArrayList;
import java.util.List;

/** One client's rows of a table, as many as there are. */
final class ClientRows {
  private final List<HistoryRow> rows = new ArrayList<>();

  void add(HistoryRow row) {
    rows.add(row);
  }

  void clear() {
    rows.clear();
  }

  int size() {
    return rows.size();
  }

  boolean meets(int row, int condition) {
    return rows.get(row).conditions()[condition];
  }

  /** NaN where it is missing. */
  double value(int row, int value) {
    return rows.get(row).values()[value];
  }

  /** How long before the application the row was, in the steps of its table. */
  double ago(int row) {
    return value(row, Inputs.AGO_PLACE);
  }

  int count(int condition) {
    int count = 0;
    for (HistoryRow row : rows) {
      if (row.conditions()[condition]) {
        count++;
      }
    }
    return count;
  }
}
