package org.creditscoring.pipeline.raw;

import org.creditscoring.data.Column;
import org.creditscoring.data.ColumnType;
import org.creditscoring.data.Unit;

/** What a cell of a column must be. */
enum CellRule {
  /** Of a column that the dictionary does not know: anything. */
  IGNORED,
  TEXT,
  /** A whole number above 0, never missing. */
  ID,
  /** 0 or 1, never missing. */
  OUTCOME,
  /** 0 or 1. */
  FLAG,
  /** One that is still finite when it is rounded to a float. */
  NUMBER;

  static CellRule of(Column column) {
    if (column.type() == ColumnType.TEXT) {
      return TEXT;
    }
    if (column.type() == ColumnType.ID) {
      return ID;
    }
    if (column.name().equals(RowRules.OUTCOME)) {
      return OUTCOME;
    }
    return column.unit() == Unit.FLAG ? FLAG : NUMBER;
  }

  /** Whether its cells are numbers. */
  boolean number() {
    return this != IGNORED && this != TEXT;
  }

  boolean required() {
    return this == ID || this == OUTCOME;
  }

  /** Whether a number is one that may stand there; NaN never is. */
  boolean allows(double number) {
    return switch (this) {
      case IGNORED, TEXT -> true;
      case ID -> number >= 1 && number <= Integer.MAX_VALUE && number == Math.floor(number);
      case OUTCOME, FLAG -> number == 0 || number == 1;
      case NUMBER -> Math.abs(number) <= Float.MAX_VALUE;
    };
  }
}
