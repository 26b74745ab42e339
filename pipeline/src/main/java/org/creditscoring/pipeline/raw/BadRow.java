package org.creditscoring.pipeline.raw;

/**
 * A row that was set aside.
 *
 * @param line of the file, the header being line 1
 * @param column where the reason lies; empty when it is the row as a whole
 */
record BadRow(String file, long line, String column, String reason) {
  @Override
  public String toString() {
    return file + " line " + line + (column.isEmpty() ? "" : ", column " + column) + ": " + reason;
  }
}
