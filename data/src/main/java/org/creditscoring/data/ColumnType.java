package org.creditscoring.data;

/** How a column's values are written in the CSV files. */
public enum ColumnType {
  /** A whole number that identifies a client or a credit, as {@code 100001}. */
  ID,
  /** A whole number that is never missing, as {@code -637}. */
  INTEGER,
  /**
   * A number with a decimal point, as {@code 24700.5}. Whole numbers of a column that may miss
   * values are written so too, as {@code 12.0}.
   */
  DECIMAL,
  /** A category, as {@code Cash loans}. */
  TEXT
}
