package org.creditscoring.notebooks.interpreter.sql;

import java.util.List;
import org.creditscoring.notebooks.interpreter.html.Cell;
import org.creditscoring.notebooks.interpreter.html.Page;
import org.creditscoring.notebooks.interpreter.html.Table;
import org.creditscoring.notebooks.interpreter.text.Language;
import org.creditscoring.notebooks.interpreter.text.Numbers;
import org.creditscoring.notebooks.interpreter.text.Texts;

/** An answer as a table to sort, search and take away. */
final class SqlTable {
  private final Texts texts;
  private final Numbers numbers;

  SqlTable(Language language) {
    this.texts = new Texts(language);
    this.numbers = new Numbers(language);
  }

  void write(Page page, SnapshotSql.Answer answer) {
    String count = numbers.number(answer.rows().size(), 0);
    Table table =
        new Table(
                texts.say(answer.more() ? "sql.first" : "sql.rows", count),
                answer.columns().toArray(String[]::new))
            .searchable(texts.say("table.search"));
    for (List<Object> row : answer.rows()) {
      Cell[] cells = row.stream().skip(1).map(this::cell).toArray(Cell[]::new);
      table.row(text(row.get(0)), cells);
    }
    page.table(table);
  }

  private Cell cell(Object value) {
    return value instanceof Number
        ? Cell.of(text(value), ((Number) value).doubleValue())
        : Cell.words(text(value));
  }

  /** As it is: a number's digits are what was asked for. */
  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }

  static void say(Page page, String words) {
    page.html().open("div", "class", "credit-notice", "role", "status").element("p", words).close();
  }
}
