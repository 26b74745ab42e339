package org.creditscoring.notebooks.interpreter.html;

import java.util.ArrayList;
import java.util.List;

/** A table whose first column heads its row; the accessible twin of a chart. */
public final class Table {
  private final String caption;
  private final List<String> headings;
  private final List<List<String>> rows = new ArrayList<>();

  public Table(String caption, String... headings) {
    this.caption = caption;
    this.headings = List.of(headings);
  }

  public Table row(String... cells) {
    if (cells.length != headings.size()) {
      throw new IllegalArgumentException(cells.length + " cells under " + headings);
    }
    rows.add(List.of(cells));
    return this;
  }

  void writeTo(Html html) {
    html.open(
        "div", "class", "credit-scroll", "tabindex", "0", "role", "region", "aria-label", caption);
    html.open("table").element("caption", caption).open("thead").open("tr");
    headings.forEach(heading -> html.element("th", heading, "scope", "col"));
    html.close().close().open("tbody");
    for (List<String> row : rows) {
      html.open("tr").element("th", row.get(0), "scope", "row");
      row.stream().skip(1).forEach(cell -> html.element("td", cell));
      html.close();
    }
    html.close().close().close();
  }
}
