package org.creditscoring.notebooks.interpreter.html;

import java.util.ArrayList;
import java.util.List;

/**
 * A table whose first column heads its row; the accessible twin of a chart. Any can be taken away
 * as CSV.
 */
public final class Table {
  private final String caption;
  private final List<String> headings;
  private final List<String> heads = new ArrayList<>();
  private final List<List<Cell>> rows = new ArrayList<>();
  private String filterLabel = "";

  public Table(String caption, String... headings) {
    this.caption = caption;
    this.headings = List.of(headings);
  }

  public Table row(String... cells) {
    Cell[] others = new Cell[cells.length - 1];
    for (int i = 1; i < cells.length; i++) {
      others[i - 1] = Cell.of(cells[i]);
    }
    return row(cells[0], others);
  }

  public Table row(String head, Cell... cells) {
    if (cells.length + 1 != headings.size()) {
      throw new IllegalArgumentException((cells.length + 1) + " cells under " + headings);
    }
    heads.add(head);
    rows.add(List.of(cells));
    return this;
  }

  /**
   * For a long table: every column sorts it, and a field above it keeps the rows that say a word.
   */
  public Table searchable(String label) {
    filterLabel = label;
    return this;
  }

  void writeTo(Html html, String csvLabel) {
    boolean searchable = !filterLabel.isEmpty();
    html.open("div", "class", "credit-table");
    html.open("div", "class", "credit-tools");
    if (searchable) {
      html.open("label")
          .text(filterLabel + " ")
          .empty("input", "type", "search", "class", "credit-filter")
          .close();
    }
    html.element("button", csvLabel, "type", "button", "class", "credit-csv").close();
    html.open(
        "div",
        "class",
        searchable ? "credit-scroll credit-long" : "credit-scroll",
        "tabindex",
        "0",
        "role",
        "region",
        "aria-label",
        caption);
    html.open("table").element("caption", caption).open("thead").open("tr");
    for (int i = 0; i < headings.size(); i++) {
      String heading = headings.get(i);
      boolean words = i > 0 && !rows.isEmpty() && rows.get(0).get(i - 1).isWords();
      html.open("th", "scope", "col", "class", words ? "credit-text" : "");
      if (searchable) {
        html.element("button", heading, "type", "button", "class", "credit-sort");
      } else {
        html.text(heading);
      }
      html.close();
    }
    html.close().close().open("tbody");
    for (int i = 0; i < rows.size(); i++) {
      html.open("tr").element("th", heads.get(i), "scope", "row");
      rows.get(i).forEach(cell -> cell.writeTo(html));
      html.close();
    }
    html.close().close().close().close();
  }
}
