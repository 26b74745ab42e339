package org.creditscoring.pipeline.raw;

/**
 * A row that there is something to tell about, mostly that it was set aside.
 *
 * @param line of the file, the header being line 1
 * @param column where the reason lies; empty when it is the row as a whole
 * @param row as it stands in the file
 */
record BadRow(String file, long line, String column, String reason, String row) {
  @Override
  public String toString() {
    return file + " " + place();
  }

  /** Without the file. */
  String place() {
    return "line " + line + (column.isEmpty() ? "" : ", column " + column) + ": " + reason;
  }
}
