package org.creditscoring.pipeline.raw;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.creditscoring.pipeline.table.ColumnFile;

/**
 * Reads the rows of a raw file one by one from the bytes of their lines, without making an object
 * of a field. A line that is not plain, as one with a quote within quotes or a byte beyond ASCII,
 * is cut by {@link CsvLine#parser} and judged by {@link RowRules#judge}; both ways say the same of
 * any line. One thread's.
 */
final class RowParser {
  /** What a line is. */
  enum Line {
    BLANK,
    BAD,
    GOOD,
    /** Good, with a number that is told. */
    HUGE
  }

  /** Powers of ten that a double holds exactly. */
  private static final double[] POWERS = new double[23];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = 10 * POWERS[i - 1];
    }
  }

  /** Digits that a long always holds. */
  private static final int MOST_DIGITS = 18;

  /** Whole numbers up to here are doubles. */
  private static final long MOST_EXACT = 1L << 53;

  private static final int MISSING = -1;

  private static final int NOT_PLAIN = -1;
  private static final int WRONG = -2;

  private final RowRules rules;
  private final CsvParser parser = CsvLine.parser();
  private final CellRule[] cells;

  /** Of each field of the file its column in the table. */
  private final int[] columns;

  private final double[] numbers;

  /** Where the texts of the row stand. */
  private byte[] bytes;

  private final int[] from;
  private final int[] lengths;

  /** The number that was read last; NaN if it is missing. */
  private double number;

  /** Where the content of the field that was looked at last begins and ends. */
  private int begin;

  private int end;

  RowParser(RowRules rules) {
    this.rules = rules;
    List<String> names = rules.names();
    List<String> header = rules.table().header();
    cells = names.stream().map(rules::rule).toArray(CellRule[]::new);
    columns = names.stream().mapToInt(header::indexOf).toArray();
    numbers = new double[names.size()];
    from = new int[names.size()];
    lengths = new int[names.size()];
  }

  /**
   * Reads a line; what it holds can then be written, if it is good.
   *
   * @param line its bytes, and whatever stands behind them; they are looked at until the row is
   *     written
   */
  Line parse(byte[] line, int length) {
    if (blank(line, length)) {
      return Line.BLANK;
    }
    bytes = line;
    // The parser takes it for a comment.
    if (line[0] == 0) {
      return notPlain(line, length);
    }
    boolean huge = false;
    int at = 0;
    for (int field = 0; field < cells.length; field++) {
      if (at > length) {
        return Line.BAD;
      }
      CellRule cell = cells[field];
      int next = cell.number() ? number(line, at, length) : text(line, at, length);
      if (next == NOT_PLAIN) {
        return notPlain(line, length);
      }
      if (next == WRONG) {
        return Line.BAD;
      }
      if (cell.number()) {
        if (Double.isNaN(number) ? cell.required() : !cell.allows(number)) {
          return Line.BAD;
        }
        numbers[field] = number;
        huge |= rules.huge(cell, number);
      } else {
        from[field] = begin;
        lengths[field] = end > begin ? end - begin : MISSING;
      }
      at = next + 1;
    }
    if (at <= length) {
      return Line.BAD;
    }
    return huge ? Line.HUGE : Line.GOOD;
  }

  /** Writes the row that was read last. */
  void write(ColumnFile out) throws IOException {
    for (int field = 0; field < cells.length; field++) {
      if (cells[field].number()) {
        if (!Double.isNaN(numbers[field])) {
          out.number(columns[field], numbers[field]);
        }
      } else if (cells[field] == CellRule.TEXT && lengths[field] != MISSING) {
        out.text(columns[field], bytes, from[field], lengths[field]);
      }
    }
    out.endRow();
  }

  private Line notPlain(byte[] line, int length) {
    String[] fields;
    try {
      fields = parser.parseLine(new String(line, 0, length, StandardCharsets.UTF_8));
    } catch (TextParsingException e) {
      return Line.BAD;
    }
    RowRules.Verdict verdict = rules.judge(fields);
    if (verdict.bad()) {
      return Line.BAD;
    }
    ByteArrayOutputStream texts = new ByteArrayOutputStream();
    for (int field = 0; field < cells.length; field++) {
      boolean known = RowRules.known(fields[field]);
      if (cells[field].number()) {
        numbers[field] = known ? Double.parseDouble(fields[field]) : Double.NaN;
      } else if (known) {
        from[field] = texts.size();
        texts.writeBytes(fields[field].getBytes(StandardCharsets.UTF_8));
        lengths[field] = texts.size() - from[field];
      } else {
        lengths[field] = MISSING;
      }
    }
    bytes = texts.toByteArray();
    return verdict.huge() ? Line.HUGE : Line.GOOD;
  }

  /** As Spark's own reader of CSV leaves lines out. */
  private static boolean blank(byte[] line, int length) {
    for (int i = 0; i < length; i++) {
      // Bytes beyond ASCII are negative.
      if (line[i] > ' ' || line[i] < 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads a number. One of few digits is a whole number over a power of ten, both of which are
   * doubles, so that the quotient is the double that is next to it (Clinger 1990).
   *
   * @return where the field ends
   */
  private int number(byte[] line, int at, int length) {
    int place = at;
    if (place == length || line[place] == ',') {
      number = Double.NaN;
      return place;
    }
    boolean negative = line[place] == '-';
    if (negative) {
      place++;
    }
    long digits = 0;
    int first = place;
    while (place < length && line[place] >= '0' && line[place] <= '9') {
      digits = 10 * digits + line[place++] - '0';
    }
    int count = place - first;
    int decimals = 0;
    if (place < length && line[place] == '.') {
      first = ++place;
      while (place < length && line[place] >= '0' && line[place] <= '9') {
        digits = 10 * digits + line[place++] - '0';
      }
      decimals = place - first;
      count += decimals;
    }
    if ((place < length && line[place] != ',')
        || count == 0
        || count > MOST_DIGITS
        || digits > MOST_EXACT) {
      return anyNumber(line, at, length);
    }
    double size = decimals == 0 ? digits : digits / POWERS[decimals];
    number = negative ? -size : size;
    return place;
  }

  private int anyNumber(byte[] line, int at, int length) {
    int next = text(line, at, length);
    if (next == NOT_PLAIN) {
      return NOT_PLAIN;
    }
    if (begin == end) {
      number = Double.NaN;
      return next;
    }
    try {
      number =
          Double.parseDouble(new String(line, begin, end - begin, StandardCharsets.ISO_8859_1));
    } catch (NumberFormatException e) {
      return WRONG;
    }
    // What is written "NaN" is not missing, and no cell allows it.
    return Double.isNaN(number) ? WRONG : next;
  }

  /**
   * Finds the content of a field: as it is, or between quotes.
   *
   * @return where the field ends
   */
  private int text(byte[] line, int at, int length) {
    boolean quoted = at < length && line[at] == '"';
    begin = quoted ? at + 1 : at;
    byte last = (byte) (quoted ? '"' : ',');
    int place = begin;
    while (place < length && line[place] != last) {
      // Bytes beyond ASCII are negative.
      if (line[place] < ' ' || line[place] == '"') {
        return NOT_PLAIN;
      }
      place++;
    }
    end = place;
    if (!quoted) {
      return place;
    }
    boolean closed = place < length && (place + 1 == length || line[place + 1] == ',');
    return closed ? place + 1 : NOT_PLAIN;
  }
}
