package org.creditscoring.pipeline.raw;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.creditscoring.data.Table;

/**
 * When a row is bad, and why: it has another number of fields than the header, or a cell that is
 * not what its {@link CellRule} wants.
 */
final class RowRules {
  static final String OUTCOME = "TARGET";

  /** What Java reads in place of bytes that are no UTF-8. */
  static final String NO_TEXT = "\uFFFD";

  private final Table table;
  private final Header header;
  private final double hugeFrom;
  private final Map<String, CellRule> rules = new HashMap<>();

  /**
   * @param hugeFrom numbers of this size and more are told, of either sign
   */
  RowRules(Table table, Header header, double hugeFrom) {
    this.table = table;
    this.header = header;
    this.hugeFrom = hugeFrom;
    table.columns().forEach(column -> rules.put(column.name(), CellRule.of(column)));
  }

  Table table() {
    return table;
  }

  /** Names of the columns in the order of the file. */
  List<String> names() {
    return header.names();
  }

  CellRule rule(String column) {
    return rules.getOrDefault(column, CellRule.IGNORED);
  }

  /** Whether a number that may stand in a cell is told. */
  boolean huge(CellRule rule, double number) {
    return rule == CellRule.NUMBER && Math.abs(number) >= hugeFrom;
  }

  /**
   * What there is to tell about a line.
   *
   * @param bad whether it is set aside
   * @param column where the reason lies; empty when it is the line as a whole
   * @param reason empty if there is nothing to tell
   */
  record Verdict(boolean bad, String column, String reason) {
    private static final Verdict GOOD = new Verdict(false, "", "");

    boolean huge() {
      return !bad && !reason.isEmpty();
    }
  }

  Verdict judge(String line, CsvParser parser) {
    try {
      return judge(parser.parseLine(line));
    } catch (TextParsingException e) {
      return new Verdict(true, "", "cannot be cut into fields");
    }
  }

  /**
   * @param fields as {@link CsvLine#parser} cuts a line; null of one that is a comment
   */
  Verdict judge(String[] fields) {
    int there = fields == null ? 0 : fields.length;
    int expected = header.names().size();
    if (there != expected) {
      return new Verdict(true, "", there + " fields where the header has " + expected);
    }
    Verdict verdict = Verdict.GOOD;
    List<String> names = header.names();
    for (int i = 0; i < expected; i++) {
      String column = names.get(i);
      CellRule rule = rule(column);
      Optional<String> reason = reason(rule, fields[i]);
      if (reason.isPresent()) {
        return new Verdict(true, column, reason.get());
      }
      if (!verdict.huge()
          && rule.number()
          && known(fields[i])
          && huge(rule, Double.parseDouble(fields[i]))) {
        verdict = new Verdict(false, column, "'" + fields[i] + "'");
      }
    }
    return verdict;
  }

  /** Whether there is anything in a field. */
  static boolean known(String field) {
    return field != null && !field.isEmpty();
  }

  private static Optional<String> reason(CellRule rule, String field) {
    if (!rule.number()) {
      return rule == CellRule.TEXT && field != null && field.contains(NO_TEXT)
          ? Optional.of("'" + field + "' holds bytes that are not UTF-8")
          : Optional.empty();
    }
    if (!known(field)) {
      return rule.required() ? Optional.of("is empty where a value must stand") : Optional.empty();
    }
    double number;
    try {
      number = Double.parseDouble(field);
    } catch (NumberFormatException e) {
      return Optional.of("'" + field + "' is not a number");
    }
    return rule.allows(number)
        ? Optional.empty()
        : Optional.of("'" + field + "' is not " + wanted(rule));
  }

  private static String wanted(CellRule rule) {
    return switch (rule) {
      case ID -> "an identifier (a whole number above 0)";
      case OUTCOME -> "an outcome (0 or 1)";
      case FLAG -> "a yes-or-no (0 or 1)";
      default -> "a finite number";
    };
  }
}
