package org.creditscoring.pipeline.raw;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;

import com.univocity.parsers.csv.CsvParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.creditscoring.data.ColumnType;
import org.creditscoring.data.Table;
import org.creditscoring.data.Unit;

/**
 * When a row is bad, said twice: as a Spark condition that counts bad rows at full speed, and as
 * plain Java that finds a row's reason. Spark's own parsing refuses text where a number belongs and
 * a wrong number of fields; the condition adds what a number must be.
 */
final class RowRules {
  static final String OUTCOME = "TARGET";

  /** What Java and Spark read in place of bytes that are no UTF-8. */
  static final String NO_TEXT = "\uFFFD";

  private final Table table;
  private final Header header;
  private final double hugeFrom;
  private final Map<String, ColumnType> types = new HashMap<>();

  /**
   * @param hugeFrom numbers of this size and more are told, of either sign
   */
  RowRules(Table table, Header header, double hugeFrom) {
    this.table = table;
    this.header = header;
    this.hugeFrom = hugeFrom;
    table.columns().forEach(column -> types.put(column.name(), column.type()));
  }

  /** The greatest number of a row without its sign; null if it has none. */
  Column greatest() {
    // Flat on purpose, as below. Missing values are skipped, and Spark counts NaN as greater than
    // any number.
    List<Column> numbers = new ArrayList<>();
    for (org.creditscoring.data.Column column : table.columns()) {
      if (number(column) && column.unit() != Unit.FLAG) {
        numbers.add(col(column.name()));
      }
    }
    return of(numbers, functions::greatest, number -> abs(number));
  }

  /** Whether the greatest number is one that is told. */
  Column huge(Column greatest) {
    return coalesce(greatest.geq(hugeFrom), lit(false));
  }

  /**
   * True for a row whose identifiers, outcome, flags, numbers or texts cannot be what they must be;
   * a number must still be one when it is rounded to a float.
   *
   * @param greatest as {@link #greatest} gives it
   */
  Column broken(Column greatest) {
    Column broken = lit(false);
    List<Column> flags = new ArrayList<>();
    for (org.creditscoring.data.Column column : table.columns()) {
      if (column.type() == ColumnType.ID) {
        Column id = col(column.name());
        broken =
            broken.or(
                coalesce(
                    id.lt(1).or(id.gt(Integer.MAX_VALUE)).or(floor(id).notEqual(id)), lit(true)));
      } else if (column.name().equals(OUTCOME)) {
        Column outcome = col(OUTCOME);
        broken = broken.or(coalesce(outcome.notEqual(0).and(outcome.notEqual(1)), lit(true)));
      } else if (column.type() == ColumnType.TEXT) {
        broken = broken.or(coalesce(col(column.name()).contains(NO_TEXT), lit(false)));
      } else if (column.unit() == Unit.FLAG) {
        flags.add(col(column.name()));
      }
    }
    // Flat on purpose: a chain of a hundred "or" takes Spark minutes to plan.
    return broken
        .or(coalesce(greatest.gt((double) Float.MAX_VALUE), lit(false)))
        .or(
            coalesce(
                of(flags, functions::least, flag -> flag.isin(0.0, 1.0)).equalTo(false),
                lit(false)));
  }

  private static boolean number(org.creditscoring.data.Column column) {
    return column.type() != ColumnType.ID
        && column.type() != ColumnType.TEXT
        && !column.name().equals(OUTCOME);
  }

  private static Column of(
      List<Column> columns, Function<Column[], Column> extreme, UnaryOperator<Column> each) {
    Column[] all = columns.stream().map(each).toArray(Column[]::new);
    return switch (all.length) {
      case 0 -> lit(null);
      case 1 -> all[0];
      default -> extreme.apply(all);
    };
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
    String[] fields = parser.parseLine(line);
    int there = fields == null ? 0 : fields.length;
    int expected = header.names().size();
    if (there != expected) {
      return new Verdict(true, "", there + " fields where the header has " + expected);
    }
    Verdict verdict = Verdict.GOOD;
    List<String> names = header.names();
    for (int i = 0; i < expected; i++) {
      String column = names.get(i);
      Optional<String> reason = reason(column, fields[i]);
      if (reason.isPresent()) {
        return new Verdict(true, column, reason.get());
      }
      if (!verdict.huge() && huge(column, fields[i])) {
        verdict = new Verdict(false, column, "'" + fields[i] + "'");
      }
    }
    return verdict;
  }

  private boolean huge(String column, String field) {
    ColumnType type = types.get(column);
    return type != null
        && field != null
        && !field.isEmpty()
        && number(table.column(column))
        && Math.abs(Double.parseDouble(field)) >= hugeFrom;
  }

  private Optional<String> reason(String column, String field) {
    ColumnType type = types.get(column);
    if (type == null) {
      return Optional.empty();
    }
    if (type == ColumnType.TEXT) {
      return field != null && field.contains(NO_TEXT)
          ? Optional.of("'" + field + "' holds bytes that are not UTF-8")
          : Optional.empty();
    }
    boolean outcome = column.equals(OUTCOME);
    if (field == null || field.isEmpty()) {
      return type == ColumnType.ID || outcome
          ? Optional.of("is empty where a value must stand")
          : Optional.empty();
    }
    double number;
    try {
      number = Double.parseDouble(field);
    } catch (NumberFormatException e) {
      return Optional.of("'" + field + "' is not a number");
    }
    if (type == ColumnType.ID
        && !(number >= 1 && number <= Integer.MAX_VALUE && number == Math.floor(number))) {
      return Optional.of("'" + field + "' is not an identifier (a whole number above 0)");
    }
    if (table.column(column).unit() == Unit.FLAG && number != 0 && number != 1) {
      return Optional.of(
          "'" + field + "' is not " + (outcome ? "an outcome" : "a yes-or-no") + " (0 or 1)");
    }
    return Math.abs(number) <= Float.MAX_VALUE
        ? Optional.empty()
        : Optional.of("'" + field + "' is not a finite number");
  }
}
