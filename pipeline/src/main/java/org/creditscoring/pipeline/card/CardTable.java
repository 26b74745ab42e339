package org.creditscoring.pipeline.card;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table of the page: the first cell of a row names it. */
final class CardTable {
  private final StringBuilder rows = new StringBuilder();
  private final String head;
  private final String style;

  private CardTable(String style, String... columns) {
    this.style = style;
    this.head =
        Stream.of(columns)
            .map(column -> "<th scope=\"col\">" + Html.escaped(column) + "</th>")
            .collect(Collectors.joining());
  }

  static CardTable ofNumbers(String... columns) {
    return new CardTable("numbers", columns);
  }

  static CardTable ofWords(String... columns) {
    return new CardTable("words", columns);
  }

  CardTable row(String name, String... cells) {
    return styled("", name, cells);
  }

  /** A row with which another kind of rows begins. */
  CardTable first(String name, String... cells) {
    return styled(" class=\"first\"", name, cells);
  }

  /** The row that sums up. */
  CardTable all(String name, String... cells) {
    return styled(" class=\"all\"", name, cells);
  }

  private CardTable styled(String attribute, String name, String... cells) {
    rows.append("<tr").append(attribute).append("><th scope=\"row\">").append(Html.escaped(name));
    rows.append("</th>");
    for (String cell : cells) {
      rows.append("<td>").append(Html.escaped(cell)).append("</td>");
    }
    rows.append("</tr>\n");
    return this;
  }

  String html() {
    return "<div class=\"scroll\" tabindex=\"0\"><table class=\"%s\"><thead><tr>%s</tr></thead>\n<tbody>\n%s</tbody></table></div>\n"
        .formatted(style, head, rows);
  }
}
